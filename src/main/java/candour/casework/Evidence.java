package candour.casework;

import candour.casework.CaseEvent.EvidenceDestroyed;
import candour.casework.CaseEvent.EvidenceSent;
import candour.casework.Message.Attached;
import candour.intake.PublicFile.Sound;
import candour.intake.PublicFiles;
import candour.platform.Days;
import candour.platform.DocumentId;
import candour.platform.DocumentStore;
import candour.platform.DocumentStore.Purpose;
import candour.platform.FileToKeep;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that show who somebody is. They are part of no answer, move no clock, and are destroyed
 * thirty days after they were needed: what stays is what an officer made of them.
 */
@Component
@Transactional
public class Evidence {

  private final JdbcClient jdbc;
  private final Requests requests;
  private final DocumentStore documents;
  private final Days days;
  private final ApplicationEventPublisher events;

  Evidence(
      JdbcClient jdbc,
      Requests requests,
      DocumentStore documents,
      Days days,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.documents = documents;
    this.days = days;
    this.events = events;
  }

  /**
   * Takes a file that comes with the request itself, in the transaction that opens the case.
   *
   * @param position from 1 to {@link PublicFiles#MOST}
   */
  public void bring(CaseReference reference, int position, Sound file) {
    var stored =
        documents.store(
            reference.value(), Purpose.EVIDENCE, file.fileName(), file.mediaType(), file.content());
    jdbc.sql(
            """
            insert into casework.evidence_file (document_id, case_id, position, sent_on)
            values (:document, :case, :position, :on)
            """)
        .param("document", stored.id().value())
        .param("case", reference.value())
        .param("position", position)
        .param("on", days.today())
        .update();
    events.publishEvent(new EvidenceSent(reference.value(), stored.id().value()));
  }

  /**
   * Takes files that the requester sends later. One that is there already, as when a form is sent
   * twice, is not taken again.
   *
   * @throws Refusal {@code evidence-not-needed} once the identity was accepted or the case is over,
   *     {@code too-many-files} if there would be more than ten
   */
  public void add(CaseReference reference, List<Sound> files) {
    requests.hold(reference);
    var there = of(reference);
    var fresh =
        files.stream().filter(file -> there.stream().noneMatch(it -> same(it, file))).toList();
    if (there.size() + fresh.size() > PublicFiles.MOST) {
      throw new Refusal("too-many-files");
    }
    for (int i = 0; i < fresh.size(); i++) {
      bring(reference, there.size() + i + 1, fresh.get(i));
    }
  }

  private static boolean same(Attached there, Sound file) {
    return there.name().equals(file.fileName()) && there.length() == file.content().length;
  }

  /** The files of a case that are still there, in the order in which they came. */
  @Transactional(readOnly = true)
  public List<Attached> of(CaseReference reference) {
    return jdbc
        .sql(
            """
            select document_id from casework.evidence_file e where case_id = :case
              and not exists (select from casework.evidence_destroyed d where d.document_id = e.document_id)
            order by position
            """)
        .param("case", reference.value())
        .query((row, _) -> new DocumentId(row.getObject(1, UUID.class)))
        .list()
        .stream()
        .map(id -> documents.find(id, reference.value()))
        .map(stored -> new Attached(stored.id(), stored.fileName(), stored.length()))
        .toList();
  }

  /** The day on which the files of a case were destroyed; empty if none was. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> destroyedOn(CaseReference reference) {
    return jdbc.sql(
            "select max(destroyed_on) from casework.evidence_destroyed where case_id = :case having count(*) > 0")
        .param("case", reference.value())
        .query((row, _) -> row.getObject(1, LocalDate.class))
        .optional();
  }

  /** Whether files are still taken: nobody has accepted yet who the person is. */
  @Transactional(readOnly = true)
  public boolean isWanted(CaseReference reference) {
    var facts = requests.summary(reference);
    return !facts.identityConfirmed() && (facts.outcome() == null || facts.reopenedOn() != null);
  }

  /**
   * One file of the case, for officers.
   *
   * @throws EmptyResultDataAccessException if it is not there, or no more
   */
  @Transactional(readOnly = true)
  public FileToKeep file(CaseReference reference, UUID documentId) {
    var found =
        of(reference).stream()
            .filter(file -> file.id().equals(documentId))
            .findFirst()
            .orElseThrow(() -> new EmptyResultDataAccessException(1))
            .document();
    var stored = documents.find(found, reference.value());
    return new FileToKeep(
        stored.fileName(), stored.mediaType(), documents.read(found, reference.value()));
  }

  /** The cases whose files are needed no more. */
  @Transactional(readOnly = true)
  List<CaseReference> ripe() {
    return jdbc.sql(
            """
            select case_id from (select distinct case_id from casework.evidence_file e where not exists (
              select from casework.evidence_destroyed d where d.document_id = e.document_id)) waiting
            where casework.evidence_goes_on(case_id) <= :today
            """)
        .param("today", days.today())
        .query((row, _) -> new CaseReference(row.getObject(1, UUID.class)))
        .list();
  }

  /**
   * Destroys the files of a case, for good.
   *
   * @throws Refusal {@code evidence-still-needed} before their time, {@code case-on-hold} while
   *     something keeps the case
   */
  void destroy(CaseReference reference) {
    var today = days.today();
    int files =
        jdbc.sql(
                """
                insert into casework.evidence_destroyed (document_id, case_id, destroyed_on)
                select document_id, case_id, :today from casework.evidence_file e where case_id = :case
                  and not exists (select from casework.evidence_destroyed d where d.document_id = e.document_id)
                """)
            .param("today", today)
            .param("case", reference.value())
            .update();
    if (files > 0) {
      events.publishEvent(new EvidenceDestroyed(reference.value(), files, today));
    }
  }
}
