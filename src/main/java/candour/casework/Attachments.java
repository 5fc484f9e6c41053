package candour.casework;

import candour.casework.CaseEvent.FileAdded;
import candour.casework.Message.Attached;
import candour.intake.PublicFile.Sound;
import candour.intake.PublicFiles;
import candour.platform.DocumentId;
import candour.platform.DocumentStore;
import candour.platform.DocumentStore.Purpose;
import candour.platform.FileToKeep;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files that go with letters. The words are sent first and on their own: no file that is
 * refused, or comes too late, can lose them.
 */
@Component
@Transactional
public class Attachments {

  private final JdbcClient jdbc;
  private final Requests requests;
  private final Messages messages;
  private final DocumentStore documents;
  private final ApplicationEventPublisher events;

  Attachments(
      JdbcClient jdbc,
      Requests requests,
      Messages messages,
      DocumentStore documents,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.messages = messages;
    this.documents = documents;
    this.events = events;
  }

  /**
   * Adds files to a letter of one's own, or a scan to what one has written down. One that is with
   * it already, as when a form is sent twice, is not added again.
   *
   * @param officer null for the requester
   * @throws EmptyResultDataAccessException if the letter is not theirs
   * @throws Refusal {@code too-many-files} if it would have more than ten
   */
  public void add(
      CaseReference reference, UUID messageId, @Nullable Officer officer, List<Sound> files) {
    requests.hold(reference);
    var there = of(reference, messageId, officer);
    var fresh = files.stream().filter(file -> !isAmong(there, file)).toList();
    if (there.size() + fresh.size() > PublicFiles.MOST) {
      throw new Refusal("too-many-files");
    }
    boolean fromRequester = requireInHand(reference, messageId, officer);
    for (int i = 0; i < fresh.size(); i++) {
      add(reference, messageId, fromRequester, there.size() + i + 1, fresh.get(i));
    }
  }

  /**
   * The files of a letter of one's own.
   *
   * @param officer null for the requester
   * @throws EmptyResultDataAccessException if the letter is not theirs
   */
  @Transactional(readOnly = true)
  public List<Attached> of(CaseReference reference, UUID messageId, @Nullable Officer officer) {
    requireInHand(reference, messageId, officer);
    return of(reference).getOrDefault(messageId, List.of());
  }

  private boolean requireInHand(
      CaseReference reference, UUID messageId, @Nullable Officer officer) {
    return messages
        .inHand(reference, officer == null ? null : officer.id(), messageId)
        .orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  /**
   * One file of a letter of the case.
   *
   * @throws EmptyResultDataAccessException if there is none
   */
  @Transactional(readOnly = true)
  public FileToKeep file(CaseReference reference, UUID messageId, UUID documentId) {
    var id =
        of(reference).getOrDefault(messageId, List.of()).stream()
            .map(Attached::document)
            .filter(document -> document.value().equals(documentId))
            .findFirst()
            .orElseThrow(() -> new EmptyResultDataAccessException(1));
    var stored = documents.find(id, reference.value());
    return new FileToKeep(
        stored.fileName(), stored.mediaType(), documents.read(id, reference.value()));
  }

  /** All of a case, by letter. */
  Map<UUID, List<Attached>> of(CaseReference reference) {
    var ids = new HashMap<UUID, List<DocumentId>>();
    jdbc.sql(
            """
            select message_id, document_id from casework.attachment where case_id = :case
            order by message_id, position
            """)
        .param("case", reference.value())
        .query(row -> {
          ids.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(new DocumentId(row.getObject(2, UUID.class)));
        });
    var files = new HashMap<UUID, List<Attached>>();
    ids.forEach((message, of) ->
        files.put(message, of.stream().map(id -> attached(reference, id)).toList()));
    return files;
  }

  private Attached attached(CaseReference reference, DocumentId id) {
    var stored = documents.find(id, reference.value());
    return new Attached(id, stored.fileName(), stored.length());
  }

  private static boolean isAmong(List<Attached> there, Sound file) {
    return there.stream()
        .anyMatch(it -> it.name().equals(file.fileName()) && it.length() == file.content().length);
  }

  private void add(
      CaseReference reference, UUID messageId, boolean fromRequester, int position, Sound file) {
    var stored =
        documents.store(
            reference.value(),
            fromRequester ? Purpose.FROM_PUBLIC : Purpose.TO_PUBLIC,
            file.fileName(),
            file.mediaType(),
            file.content());
    jdbc.sql(
            """
            insert into casework.attachment (document_id, message_id, case_id, from_requester, position)
            values (:document, :message, :case, :fromRequester, :position)
            """)
        .param("document", stored.id().value())
        .param("message", messageId)
        .param("case", reference.value())
        .param("fromRequester", fromRequester)
        .param("position", position)
        .update();
    events.publishEvent(new FileAdded(reference.value(), messageId, stored.id().value()));
  }
}
