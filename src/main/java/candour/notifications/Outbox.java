package candour.notifications;

import candour.platform.Seals;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Mail that waits to be sent. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Outbox {

  /**
   * A mail that is being sent.
   *
   * @param attempt from 1
   */
  record Taken(UUID id, int attempt) {}

  private final JdbcClient jdbc;
  private final Seals seals;
  private final JsonMapper json;

  Outbox(JdbcClient jdbc, Seals seals, JsonMapper json) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.json = json;
  }

  /**
   * The mail that has been due longest. Unless it is {@link #sent}, it is due again in a minute,
   * which is more than an attempt takes, and after each further attempt in twice as long, up to an
   * hour.
   */
  Optional<Taken> take() {
    return jdbc.sql(
            """
            update notifications.mail
            set attempts = attempts + 1, due_at = clock_timestamp() + least(2 ^ least(attempts, 6), 60) * interval '1 minute'
            where mail_id = (
              select mail_id from notifications.mail where sent_at is null and due_at <= clock_timestamp()
              order by due_at limit 1 for update skip locked)
            returning mail_id, attempts
            """)
        .query((row, _) -> new Taken(row.getObject("mail_id", UUID.class), row.getInt("attempts")))
        .optional();
  }

  /** What a mail that is not sent yet says. */
  Rendered words(UUID id) {
    return jdbc.sql("select sealed from notifications.mail where mail_id = :id and sent_at is null")
        .param("id", id)
        .query(
            (row, _) -> json.readValue(seals.open("mail " + id, row.getBytes(1)), Rendered.class))
        .single();
  }

  /** Sent: its words are not kept. */
  void sent(UUID id, String messageId) {
    jdbc.sql(
            """
            update notifications.mail set sealed = null, sent_at = clock_timestamp(), message_id = :message
            where mail_id = :id
            """)
        .param("id", id)
        .param("message", messageId)
        .update();
  }
}
