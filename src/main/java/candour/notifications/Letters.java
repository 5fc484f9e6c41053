package candour.notifications;

import candour.notifications.AddressBook.Window;
import candour.platform.Days;
import candour.platform.Refusal;
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

  static final String WAITING =
      """
      select letter_id, case_id, template, queued_at from notifications.letter
      where posted_at is null and called_off_at is null order by queued_at, letter_id limit :page
      """;

  private static final int PAGE = 50;

  private final JdbcClient jdbc;
  private final Seals seals;
  private final AddressBook addresses;
  private final Wording wording;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;

  Letters(
      JdbcClient jdbc,
      Seals seals,
      AddressBook addresses,
      Wording wording,
      JsonMapper json,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.addresses = addresses;
    this.wording = wording;
    this.json = json;
    this.events = events;
  }

  /** The fifty that have waited longest. */
  List<Waiting> waiting() {
    return jdbc.sql(WAITING)
        .param("page", PAGE)
        .query((row, _) ->
            new Waiting(
                row.getObject("letter_id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("template"),
                Days.of(row.getTimestamp("queued_at").toInstant())))
        .list();
  }

  /**
   * As {@link #open}, for whoever prints it.
   *
   * @throws Refusal if it may not go now
   */
  Printed toPrint(UUID letter) {
    jdbc.sql(
            """
            update notifications.letter set posted_at = posted_at
            where letter_id = :id and posted_at is null
            """)
        .param("id", letter)
        .update();
    return open(letter);
  }

  /** A letter as it goes if it goes now; one that went, as it went. */
  Printed open(UUID letter) {
    return jdbc.sql(
            """
            select case_id, recipient_id, delivery, posted_at is null as waits, sealed
            from notifications.letter where letter_id = :id
            """)
        .param("id", letter)
        .query((row, _) -> {
          var words =
              json.readValue(
                  seals.open(
                      row.getObject("case_id", UUID.class),
                      "letter " + letter,
                      row.getBytes("sealed")),
                  Rendered.class);
          var recipient = row.getObject("recipient_id", UUID.class);
          return row.getBoolean("waits") && recipient != null
              ? addressed(words, addresses.window(recipient))
              : new Printed(words, row.getString("delivery").equals("POST"));
        })
        .single();
  }

  private Printed addressed(Rendered words, Window window) {
    var known = wording.known(words, window.word());
    return new Printed(
        new Rendered(window.lines(), known.subject(), known.body(), known.language()),
        window.byPost());
  }

  /** The newest letters, posted or not. */
  List<Rendered> newest(int most) {
    return jdbc
        .sql("select letter_id from notifications.letter order by queued_at desc limit :most")
        .param("most", most)
        .query((row, _) -> row.getObject("letter_id", UUID.class))
        .list()
        .stream()
        .map(letter -> open(letter).words())
        .toList();
  }

  /**
   * Marks a letter as posted or told, with the window that it went with; a second time changes
   * nothing.
   *
   * @param mark of what the officer printed
   * @throws Refusal {@code contact-has-changed} if they are reached otherwise since
   */
  void posted(UUID letter, UUID officer, String mark) {
    var printed = open(letter);
    if (!printed.mark().equals(mark) && waits(letter)) {
      throw new Refusal("contact-has-changed");
    }
    var caseId = caseOf(letter);
    var sealed = seals.seal(caseId, "letter " + letter, json.writeValueAsBytes(printed.words()));
    var first =
        jdbc.sql(
                    """
                    update notifications.letter
                    set sealed = :sealed, delivery = :delivery, posted_at = clock_timestamp(), posted_by = :officer
                    where letter_id = :id and posted_at is null
                    """)
                .param("sealed", sealed)
                .param("delivery", printed.delivery())
                .param("id", letter)
                .param("officer", officer)
                .update()
            == 1;
    if (first) {
      events.publishEvent(new LetterPosted(caseId, letter, officer));
    }
  }

  private boolean waits(UUID letter) {
    return jdbc.sql("select posted_at is null from notifications.letter where letter_id = :id")
        .param("id", letter)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  private UUID caseOf(UUID letter) {
    return jdbc.sql("select case_id from notifications.letter where letter_id = :id")
        .param("id", letter)
        .query((row, _) -> row.getObject(1, UUID.class))
        .single();
  }
}
