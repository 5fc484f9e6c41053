package candour.requester.journey;

import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Seals;
import candour.requester.journey.Draft.Sent;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people have typed so far, sealed; each is seen by its own browser only. */
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
          begin(draft.id());
          var now = read(draft.id(), "for update").orElseThrow();
          if (now.sent() != null
              || !Journey.pageOf(answer).asksAlike(draft.answers(), now.answers())) {
            return now;
          }
          var answered = new Draft(draft.id(), Journey.with(now.answers(), answer), null);
          keep(draft.id(), answers(answered), LIFE);
          return answered;
        });
  }

  /** The draft, held until the transaction ends; in a transaction of its visitor. */
  Optional<Draft> hold(UUID id) {
    return read(id, "for update");
  }

  /** Leaves of the draft what its confirmation needs; in a transaction of its visitor. */
  void sent(UUID id, UUID caseId, Sent sent) {
    keep(id, Map.of("sent", sent), CONFIRMED);
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

  private void begin(UUID id) {
    jdbc.sql(
            """
            insert into requester.draft (draft_id, sealed, expires_at) values (:id, :sealed, :expires)
            on conflict do nothing
            """)
        .param("id", id)
        .param("sealed", seal(id, answers(new Draft(id, Answers.NONE, null))))
        .param("expires", Timestamp.from(days.now().plus(LIFE)))
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

  private void keep(UUID id, Map<String, ?> content, Duration life) {
    jdbc.sql(
            "update requester.draft set sealed = :sealed, expires_at = :expires where draft_id ="
                + " :id")
        .param("id", id)
        .param("sealed", seal(id, content))
        .param("expires", Timestamp.from(days.now().plus(life)))
        .update();
  }

  private static Map<String, ?> answers(Draft draft) {
    var byPage = new HashMap<String, Answer>();
    Journey.PAGES.forEach(page ->
        draft.answers().find(page.answer()).ifPresent(answer -> byPage.put(page.name(), answer)));
    return Map.of("answers", byPage);
  }

  private byte[] seal(UUID id, Map<String, ?> content) {
    return seals.seal("draft " + id, json.writeValueAsBytes(content));
  }

  private Draft open(UUID id, byte[] sealed) {
    var content = json.readTree(seals.open("draft " + id, sealed));
    var sent = content.get("sent");
    return sent != null
        ? new Draft(id, Answers.NONE, json.treeToValue(sent, Sent.class))
        : new Draft(id, answers(content.path("answers")), null);
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
