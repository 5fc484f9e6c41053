package candour.casework;

import candour.platform.Identifiers;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters of all cases, both ways; added and never changed. */
@Repository
class Messages {

  private final JdbcClient jdbc;

  Messages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a message; one without an officer is the requester's. */
  UUID add(CaseReference reference, @Nullable UUID officerId, String words, LocalDate sentOn) {
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

  List<Message> of(CaseReference reference) {
    return jdbc.sql(
            """
            select m.*, o.name as officer_name from casework.message m
            left join platform.officer o using (officer_id)
            where m.case_id = :case order by m.recorded_at, m.message_id
            """)
        .param("case", reference.value())
        .query((row, _) ->
            new Message(
                row.getObject("message_id", UUID.class),
                row.getBoolean("from_requester"),
                row.getString("officer_name"),
                row.getString("words"),
                row.getObject("sent_on", LocalDate.class)))
        .list();
  }
}
