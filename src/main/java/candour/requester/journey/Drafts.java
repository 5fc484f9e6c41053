package candour.requester.journey;

import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Seals;
import candour.requester.journey.Draft.Sent;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people have typed so far, sealed; each is seen by its own browser, or officer, only. */
@Repository
class Drafts {

  /** How long a draft is kept after it was last touched. */
  static final Duration LIFE = Duration.ofDays(28);

  /** How long a confirmation can be opened again: others may use the same computer. */
  static final Duration CONFIRMED = Duration.ofMinutes(30);

  private final JdbcClient jdbc;
  private final Seals seals;
  private final JsonMapper json;
  private final Days days;
  private final TransactionTemplate transaction;

  Drafts(
      JdbcClient jdbc,
      Seals seals,
      JsonMapper json,
      Days days,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.json = json;
    this.days = days;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Runs the work in one transaction of the visitor who has this draft in hand. */
  <T> T asVisitor(UUID id, Supplier<T> work) {
    return Acting.visitor(id).call(() -> transaction.execute(_ -> work.get()));
  }

  /** Runs the work in one transaction of an officer. */
  <T> T asOfficer(Officer officer, Supplier<T> work) {
    return officer.acting().call(() -> transaction.execute(_ -> work.get()));
  }

  Optional<Draft> find(UUID id) {
    return asVisitor(id, () -> read(id, ""));
  }

  /**
   * Adds an answer to whatever was answered meanwhile, and keeps it with what still applies. A
   * draft already sent stays as it is, and one in which the question has become another.
   */
  Draft answer(Draft draft, Answer answer) {
    return asVisitor(
        draft.id(),
        () -> {
          begin(draft, null);
          var now = read(draft.id(), "for update").orElseThrow();
          if (now.sent() != null
              || !Journey.pageOf(answer).asksAlike(draft.answers(), now.answers())) {
            return now;
          }
          var answered = now.with(Journey.with(now.answers(), answer));
          keep(answered, LIFE);
          return answered;
        });
  }

  /** Begins what an officer enters; in a transaction of theirs. */
  void begin(Draft draft, @Nullable UUID enteredBy) {
    jdbc.sql(
            """
            insert into requester.draft (draft_id, sealed, entered_by, expires_at)
            values (:id, :sealed, :officer, :expires)
            on conflict do nothing
            """)
        .param("id", draft.id())
        .param("sealed", seal(draft))
        .param("officer", enteredBy)
        .param("expires", Timestamp.from(days.now().plus(LIFE)))
        .update();
  }

  /** The draft, held until the transaction ends; in a transaction of whoever has it in hand. */
  Optional<Draft> hold(UUID id) {
    return read(id, "for update");
  }

  /** Leaves of the draft what its confirmation needs; in a transaction of whoever sends it. */
  void sent(Draft draft, UUID caseId) {
    var id = draft.id();
    keep(draft, CONFIRMED);
    jdbc.sql("update requester.draft set case_id = :case where draft_id = :id")
        .param("case", caseId)
        .param("id", id)
        .update();
    jdbc.sql("delete from requester.draft_link where draft_id = :id").param("id", id).update();
  }

  void forget(UUID id) {
    asVisitor(
        id,
        () ->
            jdbc.sql("delete from requester.draft where draft_id = :id").param("id", id).update());
  }

  /** Erases every draft whose time is over; for the portal itself. */
  int eraseExpired() {
    return jdbc.sql("delete from requester.draft where expires_at <= :now")
        .param("now", Timestamp.from(days.now()))
        .update();
  }

  private Optional<Draft> read(UUID id, String lock) {
    return jdbc.sql(
            "select sealed from requester.draft where draft_id = :id and expires_at > :now " + lock)
        .param("id", id)
        .param("now", Timestamp.from(days.now()))
        .query((row, _) -> open(id, row.getBytes("sealed")))
        .optional();
  }

  /** Keeps it as it is now; in a transaction of whoever has it in hand. */
  void keep(Draft draft, Duration life) {
    jdbc.sql(
            "update requester.draft set sealed = :sealed, expires_at = :expires where draft_id ="
                + " :id")
        .param("id", draft.id())
        .param("sealed", seal(draft))
        .param("expires", Timestamp.from(days.now().plus(life)))
        .update();
  }

  private byte[] seal(Draft draft) {
    var byPage = new HashMap<String, Answer>();
    Journey.PAGES.forEach(page ->
        draft.answers().find(page.answer()).ifPresent(answer -> byPage.put(page.name(), answer)));
    var content = new HashMap<String, Object>(Map.of("answers", byPage));
    if (draft.sent() != null) {
      content.put("sent", draft.sent());
    }
    if (draft.entry() != null) {
      content.put("entry", draft.entry());
    }
    return seals.seal("draft " + draft.id(), json.writeValueAsBytes(content));
  }

  /** What a row holds. */
  Draft open(UUID id, byte[] sealed) {
    var content = json.readTree(seals.open("draft " + id, sealed));
    return new Draft(
        id,
        answers(content.path("answers")),
        read(content.get("sent"), Sent.class),
        read(content.get("entry"), Entry.class));
  }

  private <T> @Nullable T read(@Nullable JsonNode part, Class<T> type) {
    return part == null ? null : json.treeToValue(part, type);
  }

  private Answers answers(JsonNode byPage) {
    var answers = Answers.NONE;
    for (var page : Journey.PAGES) {
      var answer = byPage.get(page.name());
      if (answer != null) {
        answers = answers.with(json.treeToValue(answer, page.answer()));
      }
    }
    return answers;
  }
}
