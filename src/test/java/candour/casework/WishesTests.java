package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.Wish.Wanted;
import candour.platform.Officer;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a requester wants otherwise: more, less, in another form, or nothing any longer. */
@PortalTest
class WishesTests {

  private static final String PHONED = "She rang on 9 November and said so.";

  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired Correspondence correspondence;
  @Autowired Wishes wishes;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  private TimedCase it;

  @BeforeEach
  void open() {
    it = new TimedCase(samples, casework, clock);
    it.on("2026-11-09");
  }

  @AfterEach
  void reset() {
    clock.reset();
  }

  @Test
  void a_withdrawal_closes_the_case_at_once_and_for_good() {
    it.asRequester(() -> wishes.take(it.reference, Wanted.WITHDRAWAL, "", null));
    it.asRequester(() -> wishes.take(it.reference, Wanted.WITHDRAWAL, "again", null));
    var ended = it.summary();
    assertThat(ended.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(ended.answeredOn()).isEqualTo("2026-11-09");
    assertThat(ended.isOpen()).isFalse();
    assertThat(it.work(() -> wishes.of(it.reference))).as("said twice").hasSize(1);
    assertThat(samples.logged(it.reference)).containsOnlyOnce("request.withdrawn");
    assertThat(it.progress().isAnswered()).isFalse();
    assertThat(it.progress().answerBy()).isInstanceOf(AnswerBy.Ended.class);
    it.does(() -> casework.reopen(it.reference, Reopening.GUARDED));
    assertThat(it.summary().reopenedOn()).isNull();
    it.assertRefused("case-is-answered", () -> wished(Wanted.MORE));
    it.assertRefused(
        "case-is-answered",
        () -> correspondence.ask(it.reference, it.officer, TimedCase.QUESTION, TimedCase.REASON));
    it.assertRefused(
        "case-is-answered",
        () -> casework.close(it.reference, Outcome.DISCLOSED, it.summary().receivedOn()));
  }

  @Test
  void what_is_answered_is_not_withdrawn() {
    it.does(() -> casework.close(it.reference, Outcome.DISCLOSED, it.summary().receivedOn()));
    it.assertRefused("case-is-answered", () -> wished(Wanted.WITHDRAWAL));
    it.does(() -> casework.reopen(it.reference, Reopening.GUARDED));
    it.assertRefused("case-is-answered", () -> wished(Wanted.WITHDRAWAL));
    it.does(() -> wished(Wanted.LARGE_PRINT));
    assertThat(it.summary().outcome()).isEqualTo(Outcome.DISCLOSED);
  }

  @Test
  void nobody_but_the_requester_or_an_officer_with_a_reason_withdraws() {
    it.assertRefused(
        "withdrawn-by-their-word",
        () -> casework.close(it.reference, Outcome.WITHDRAWN, it.summary().receivedOn()));
    it.assertRefused(
        "reason-needed", () -> wishes.take(it.reference, Wanted.WITHDRAWAL, "No.", it.officer));
    it.assertRefused("officer-needed", () -> wishes.take(it.reference, Wanted.CALL, PHONED, null));
    var releaser = samples.officer("Gwen", Officer.Role.RELEASER);
    assertThatThrownBy(() ->
            releaser
                .acting()
                .run(() -> wishes.take(it.reference, Wanted.WITHDRAWAL, PHONED, releaser)))
        .hasMessageContaining("caseworkers-only");
    assertThat(it.summary().isOpen()).isTrue();
    it.does(() -> wished(Wanted.WITHDRAWAL));
    assertThat(it.work(() -> wishes.of(it.reference)).getLast().officerName()).isEqualTo("Ann");
    assertThat(it.summary().outcome()).isEqualTo(Outcome.WITHDRAWN);
  }

  @Test
  void a_guarded_request_is_withdrawn_as_any_other() {
    var guarded = samples.guardedCase();
    samples.holderOf(guarded).acting().run(() -> wishes.take(guarded, Wanted.WITHDRAWAL, "", null));
    assertThat(it.work(() -> casework.summary(guarded)).outcome()).isEqualTo(Outcome.WITHDRAWN);
  }

  @Test
  void asking_for_more_or_less_answers_an_open_question_and_outdates_what_was_made() {
    it.does(
        () -> correspondence.ask(it.reference, it.officer, TimedCase.QUESTION, TimedCase.REASON));
    assertThat(it.summary().isPaused()).isTrue();
    it.asRequester(() -> wishes.take(it.reference, Wanted.CALL, "", null));
    assertThat(it.summary().isPaused()).as("a call is no answer").isTrue();
    var before = it.summary().version();
    it.asRequester(() -> wishes.take(it.reference, Wanted.NARROWER, "Only 1964", null));
    assertThat(it.summary().isPaused()).isFalse();
    assertThat(it.summary().version()).isEqualTo(before + 1);
    assertThat(samples.logged(it.reference))
        .endsWith("clock.clarification-answered", "request.narrowed");
    assertThat(it.work(() -> correspondence.messages(it.reference)).getLast().words())
        .isEqualTo("I want to ask for less than before.\n\nOnly 1964");
  }

  private void wished(Wanted wanted) {
    wishes.take(it.reference, wanted, PHONED, it.officer);
  }
}
