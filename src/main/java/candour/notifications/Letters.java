package candour.notifications;

import candour.platform.Days;
import candour.platform.Seals;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Letters that wait to be printed and posted. */
@Repository
@Transactional
class Letters {

  record Waiting(UUID id, UUID caseId, String template, LocalDate queuedOn) {}

  private static final int PAGE = 50;

  private final JdbcClient jdbc;
  private final Seals seals;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;

  Letters(JdbcClient jdbc, Seals seals, JsonMapper json, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.json = json;
    this.events = events;
  }

  /** The fifty that have waited longest. */
  List<Waiting> waiting() {
    return jdbc.sql(
            """
            select letter_id, case_id, template, queued_at from notifications.letter
            where posted_at is null order by queued_at, letter_id limit :page
            """)
        .param("page", PAGE)
        .query((row, _) ->
            new Waiting(
                row.getObject("letter_id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("template"),
                Days.of(row.getTimestamp("queued_at").toInstant())))
        .list();
  }

  Rendered open(UUID letter) {
    return jdbc.sql("select case_id, sealed from notifications.letter where letter_id = :id")
        .param("id", letter)
        .query((row, _) ->
            json.readValue(
                seals.open(
                    row.getObject("case_id", UUID.class),
                    "letter " + letter,
                    row.getBytes("sealed")),
                Rendered.class))
        .single();
  }

  /** The newest letters, posted or not. */
  List<Rendered> newest(int most) {
    return jdbc
        .sql("select letter_id from notifications.letter order by queued_at desc limit :most")
        .param("most", most)
        .query((row, _) -> row.getObject("letter_id", UUID.class))
        .list()
        .stream()
        .map(this::open)
        .toList();
  }

  /** Marks a letter as posted; a second time changes nothing. */
  void posted(UUID letter, UUID officer) {
    jdbc.sql(
            """
            update notifications.letter set posted_at = clock_timestamp(), posted_by = :officer
            where letter_id = :id and posted_at is null returning case_id
            """)
        .param("id", letter)
        .param("officer", officer)
        .query((row, _) -> new LetterPosted(row.getObject(1, UUID.class), letter, officer))
        .optional()
        .ifPresent(events::publishEvent);
  }
}
