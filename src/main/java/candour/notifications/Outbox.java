package candour.notifications;

import candour.platform.Seals;
import java.time.Duration;
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

  record Waiting(UUID id, int attempts, Rendered mail) {}

  private final JdbcClient jdbc;
  private final Seals seals;
  private final JsonMapper json;

  Outbox(JdbcClient jdbc, Seals seals, JsonMapper json) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.json = json;
  }

  /** The mail that has been due longest and that nobody else is sending. */
  Optional<Waiting> next() {
    return jdbc.sql(
            """
            select mail_id, attempts, sealed from notifications.mail
            where sent_at is null and due_at <= clock_timestamp()
            order by due_at limit 1 for update skip locked
            """)
        .query((row, _) -> {
          var id = row.getObject("mail_id", UUID.class);
          var plain = seals.open("mail " + id, row.getBytes("sealed"));
          return new Waiting(id, row.getInt("attempts"), json.readValue(plain, Rendered.class));
        })
        .optional();
  }

  /** Sent: its words are not kept. */
  void sent(UUID id, String messageId) {
    jdbc.sql(
            """
            update notifications.mail set sealed = null, sent_at = clock_timestamp(), message_id = :message,
              attempts = attempts + 1
            where mail_id = :id
            """)
        .param("id", id)
        .param("message", messageId)
        .update();
  }

  void tryAgain(UUID id, Duration later) {
    jdbc.sql(
            """
            update notifications.mail set attempts = attempts + 1,
              due_at = clock_timestamp() + make_interval(secs => :seconds)
            where mail_id = :id
            """)
        .param("id", id)
        .param("seconds", (double) later.toSeconds())
        .update();
  }
}
