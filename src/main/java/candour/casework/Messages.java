package candour.casework;

import candour.casework.CaseEvent.MessageWritten;
import candour.casework.CaseEvent.MessagesRead;
import candour.casework.Message.Attached;
import candour.casework.Message.Reading;
import candour.platform.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters of all cases, both ways; added and never changed. */
@Repository
class Messages {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Messages(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** Adds a message; one without an officer is the requester's. */
  UUID add(CaseReference reference, @Nullable UUID officerId, String words, LocalDate sentOn) {
    var id = insert(reference, officerId, words, sentOn);
    events.publishEvent(new MessageWritten(reference.value(), id, officerId));
    return id;
  }

  private UUID insert(
      CaseReference reference, @Nullable UUID officerId, String words, LocalDate sentOn) {
    var id = Identifiers.next();
    jdbc.sql(
            """
            insert into casework.message (message_id, case_id, from_requester, officer_id, words, sent_on)
            values (:id, :case, :fromRequester, :officer, :words, :on)
            """)
        .param("id", id)
        .param("case", reference.value())
        .param("fromRequester", officerId == null)
        .param("officer", officerId)
        .param("words", words)
        .param("on", sentOn)
        .update();
    return id;
  }

  /**
   * Adds what the requester said in another way.
   *
   * @param recordedBy the officer who wrote it down; null where it was said here
   */
  UUID addSaid(CaseReference reference, @Nullable UUID recordedBy, String words, LocalDate on) {
    var id = insert(reference, null, words, on);
    if (recordedBy != null) {
      jdbc.sql(
              """
              insert into casework.message_recorded (message_id, case_id, officer_id)
              values (:id, :case, :officer)
              """)
          .param("id", id)
          .param("case", reference.value())
          .param("officer", recordedBy)
          .update();
    }
    events.publishEvent(new MessageWritten(reference.value(), id, recordedBy));
    return id;
  }

  /** What this officer has written down in these words, as said on that day. */
  Optional<UUID> recorded(
      CaseReference reference, UUID recordedBy, String words, LocalDate saidOn) {
    return jdbc.sql(
            """
            select m.message_id from casework.message m join casework.message_recorded d using (message_id)
            where m.case_id = :case and d.officer_id = :officer and m.words = :words and m.sent_on = :on
            order by m.recorded_at limit 1
            """)
        .param("case", reference.value())
        .param("officer", recordedBy)
        .param("words", words)
        .param("on", saidOn)
        .query((row, _) -> row.getObject(1, UUID.class))
        .optional();
  }

  /** Whether the last message of the case is this one, as when a form is sent twice. */
  boolean isLast(
      CaseReference reference, @Nullable UUID officerId, String words, LocalDate sentOn) {
    return jdbc.sql(
            """
            select officer_id is not distinct from cast(:officer as uuid) and words = :words and sent_on = :on
            from casework.message where case_id = :case order by recorded_at desc, message_id desc limit 1
            """)
        .param("case", reference.value())
        .param("officer", officerId)
        .param("words", words)
        .param("on", sentOn)
        .query((row, _) -> row.getBoolean(1))
        .optional()
        .orElse(false);
  }

  /**
   * All of a case, earliest first.
   *
   * @param files those of each letter that has any
   */
  List<Message> of(CaseReference reference, Map<UUID, List<Attached>> files) {
    return jdbc.sql(
            """
            select m.*, o.name as officer_name, d.officer_id as recorder, dn.name as recorder_name, r.read_on,
              ro.name as read_by
            from casework.message m
            left join platform.officer o using (officer_id)
            left join casework.message_recorded d using (message_id)
            left join platform.officer dn on dn.officer_id = d.officer_id
            left join casework.message_read r using (message_id)
            left join platform.officer ro on ro.officer_id = r.officer_id
            where m.case_id = :case order by m.recorded_at, m.message_id
            """)
        .param("case", reference.value())
        .query((row, _) -> read(row, files))
        .list();
  }

  private static Message read(ResultSet row, Map<UUID, List<Attached>> files) throws SQLException {
    var id = row.getObject("message_id", UUID.class);
    var readOn = row.getObject("read_on", LocalDate.class);
    return new Message(
        id,
        row.getBoolean("from_requester"),
        row.getObject("officer_id", UUID.class),
        row.getString("officer_name"),
        row.getString("words"),
        row.getObject("sent_on", LocalDate.class),
        row.getObject("recorder", UUID.class),
        row.getString("recorder_name"),
        readOn == null ? null : new Reading(readOn, row.getString("read_by")),
        files.getOrDefault(id, List.of()));
  }

  /**
   * Whatever the other side wrote is read now.
   *
   * @param officerId null for the requester
   */
  void opened(CaseReference reference, @Nullable UUID officerId, LocalDate on) {
    var read =
        jdbc.sql("select casework.read_messages(:case, cast(:officer as uuid), :on)")
            .param("case", reference.value())
            .param("officer", officerId)
            .param("on", on)
            .query(Long.class)
            .single();
    if (read > 0) {
      events.publishEvent(new MessagesRead(reference.value(), officerId));
    }
  }

  /**
   * Whether a letter is from the requester, if it may be added to by whoever wrote it here, or
   * wrote down what the requester said; empty if it may not.
   *
   * @param officerId null for the requester
   */
  Optional<Boolean> inHand(CaseReference reference, @Nullable UUID officerId, UUID messageId) {
    return jdbc.sql(
            """
            select m.from_requester from casework.message m left join casework.message_recorded d using (message_id)
            where m.case_id = :case and m.message_id = :id
              and case when cast(:officer as uuid) is null then m.from_requester and d.officer_id is null
                else cast(:officer as uuid) in (m.officer_id, d.officer_id) end
            """)
        .param("case", reference.value())
        .param("id", messageId)
        .param("officer", officerId)
        .query((row, _) -> row.getBoolean(1))
        .optional();
  }
}
