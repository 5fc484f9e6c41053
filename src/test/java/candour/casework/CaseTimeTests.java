package candour.casework;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.AnswerBy.Awaited;
import candour.casework.AnswerBy.Extension.Ground;
import candour.casework.IdentityChecks.Look;
import candour.identity.Verification.Method;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What officers and requesters do to the clock; the numbered rows are those of the law's table. */
@PortalTest
class CaseTimeTests {

  private static final Look SEEN =
      new Look(
          Method.VOUCHED_FOR, "Her teacher's letter", "The teacher knew her school and street.");
  private static final String QUESTION = "Which school did you attend in 1964?";
  private static final String REASON = "Two people of this name arrived that year.";

  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired IdentityChecks identityChecks;
  @Autowired Correspondence correspondence;
  @Autowired Extensions extensions;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock time;

  private Officer officer;
  private CaseReference reference;

  @BeforeEach
  void received_on_monday_2_november_2026() {
    officer = samples.officer("Ann", Role.CASEWORKER);
    on("2026-11-02");
    reference = samples.generalCase();
  }

  @AfterEach
  void back_to_the_present() {
    time.reset();
  }

  @Test
  void row_21_identity_information_sets_the_relevant_time() {
    on("2026-11-09");
    assertThat(work(() -> identityChecks.doubt(reference, officer, REASON, QUESTION)))
        .isEqualTo(Dispatch.MAILED);
    var paused = summary();
    assertThat(paused.dueOn()).isNull();
    assertThat(paused.isPaused()).isTrue();
    assertThat(paused.listedDueOn()).isEqualTo("2026-12-02");
    assertThat(progress().answerBy())
        .isInstanceOfSatisfying(
            AnswerBy.Stopped.class,
            stopped -> {
              assertThat(stopped.awaited()).containsExactly(Awaited.PROOF_OF_IDENTITY);
              assertThat(stopped.since()).isEqualTo("2026-11-09");
            });
    assertRefused("identity-question-is-open", () -> confirm());

    on("2026-11-20");
    assertRefused("not-yet", () -> informationReceived("2026-11-21"));
    assertRefused("restarted-before-stop", () -> informationReceived("2026-11-08"));
    work(() -> informationReceived("2026-11-16"));
    assertThat(summary().dueOn()).isEqualTo("2026-12-16");
    assertRefused("not-stopped", () -> informationReceived("2026-11-17"));
    assertThat(progress().answerBy().reasons().cause())
        .isEqualTo(AnswerBy.Cause.IDENTITY_INFORMATION_RECEIVED);

    work(() -> confirm());
    assertThat(summary().dueOn()).as("confirming starts nothing").isEqualTo("2026-12-16");
    assertThat(summary().identityConfirmed()).isTrue();
    assertRefused("identity-is-confirmed", () -> confirm());
    assertRefused(
        "identity-is-confirmed", () -> identityChecks.doubt(reference, officer, REASON, QUESTION));
  }

  @Test
  void confirming_or_rejecting_an_identity_moves_no_date() {
    work(() -> {
      identityChecks.reject(reference, officer, SEEN);
      return true;
    });
    assertThat(summary().identityConfirmed()).isFalse();
    work(() -> confirm());
    assertThat(summary().dueOn()).isEqualTo("2026-12-02");
    assertThat(work(() -> identityChecks.looks(reference)))
        .extracting(look -> look.verification().accepted())
        .containsExactly(false, true);
  }

  @Test
  void row_24_the_requesters_own_answer_restarts_the_clock() {
    on("2026-11-09");
    work(() -> correspondence.ask(reference, officer, QUESTION, REASON));
    assertThat(summary().dueOn()).isNull();
    assertRefused(
        "already-stopped", () -> correspondence.ask(reference, officer, QUESTION, REASON));
    on("2026-11-18");
    asRequester(() -> write("Kensal Rise primary school."));
    assertThat(summary().dueOn()).isEqualTo("2026-12-14");
    var seen = asRequester(() -> casework.progress(reference)).answerBy();
    assertThat(seen).isInstanceOf(AnswerBy.On.class);
    assertThat(seen.reasons().pauses())
        .containsExactly(
            new AnswerBy.Pause(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 18), 10));
    assertThat(seen.reasons().rolledOver()).hasSize(2).allMatch(day -> day.nameEn() == null);

    asRequester(() -> write("And one more thing."));
    assertThat(summary().dueOn()).isEqualTo("2026-12-14");
    assertThat(asRequester(() -> correspondence.messages(reference)))
        .extracting(Message::words)
        .containsExactly(QUESTION, "Kensal Rise primary school.", "And one more thing.");
  }

  @Test
  void an_answer_by_post_counts_from_the_day_it_arrived() {
    on("2026-11-09");
    work(() -> correspondence.ask(reference, officer, QUESTION, REASON));
    on("2026-11-23");
    assertRefused("not-yet", () -> writtenFor("2026-11-24"));
    assertRefused("before-receipt", () -> writtenFor("2026-11-01"));
    assertRefused("restarted-before-stop", () -> writtenFor("2026-11-08"));
    work(() -> writtenFor("2026-11-18"));
    assertThat(summary().dueOn()).isEqualTo("2026-12-14");
  }

  private boolean writtenFor(String on) {
    correspondence.writeFor(reference, officer, "By post.", LocalDate.parse(on));
    return true;
  }

  @Test
  void row_29_an_extension_is_given_once_and_in_the_first_month() {
    on("2026-12-03");
    assertRefused("notice-too-late", this::extend);
    assertThat(summary().dueOn()).isEqualTo("2026-12-02");
    on("2026-12-02");
    work(this::extend);
    assertThat(summary().dueOn()).isEqualTo("2027-02-02");
    assertRefused("already-extended", this::extend);
    var extension = requireNonNull(progress().answerBy().reasons().extension());
    assertThat(extension.reasons()).isEqualTo(REASON);
    assertThat(extension.ground()).isEqualTo(Ground.NUMBER_OF_REQUESTS);
  }

  @Test
  void a_notice_while_the_clock_is_stopped_is_in_time() {
    on("2026-11-30");
    work(() -> correspondence.ask(reference, officer, QUESTION, REASON));
    on("2026-12-10");
    work(this::extend);
    on("2026-12-14");
    asRequester(() -> write("Here you are."));
    assertThat(summary().dueOn()).isEqualTo("2027-02-17");
  }

  @Test
  void every_step_leaves_its_entry_in_the_log_whoever_took_it() {
    work(() -> correspondence.ask(reference, officer, QUESTION, REASON));
    asRequester(() -> write("Kensal Rise."));
    work(() -> identityChecks.doubt(reference, officer, REASON, QUESTION));
    work(() -> informationReceived("2026-11-02"));
    work(() -> confirm());
    work(this::extend);
    assertThat(work(this::logged))
        .containsExactly(
            "request.received",
            "clock.clarification-asked",
            "clock.clarification-answered",
            "clock.identity-doubted",
            "clock.identity-information-received",
            "identity.verified",
            "clock.extended");
  }

  private List<String> logged() {
    return jdbc.sql("select class from audit.entry where case_id = :case order by recorded_at")
        .param("case", reference.value())
        .query((row, _) -> row.getString(1))
        .list();
  }

  @Test
  void an_answered_case_moves_no_more() {
    work(() -> correspondence.ask(reference, officer, QUESTION, REASON));
    work(() -> close());
    assertRefused("case-is-answered", () -> close());
    assertRefused("case-is-answered", this::extend);
    asRequester(() -> write("Thank you."));
    assertThat(progress().answerBy())
        .isInstanceOfSatisfying(
            AnswerBy.Given.class, given -> assertThat(given.date()).isEqualTo("2026-11-02"));
    assertThat(progress().step()).isEqualTo(Progress.Step.ANSWERED);
    assertThat(progress().outcome()).isEqualTo(Outcome.NOTHING_HELD);
  }

  private boolean close() {
    casework.close(reference, Outcome.NOTHING_HELD, LocalDate.of(2026, 11, 2));
    return true;
  }

  private boolean confirm() {
    identityChecks.confirm(reference, officer, SEEN);
    return true;
  }

  private boolean informationReceived(String on) {
    identityChecks.informationReceived(reference, officer, LocalDate.parse(on));
    return true;
  }

  private Dispatch extend() {
    return extensions.extend(reference, officer, Ground.NUMBER_OF_REQUESTS, REASON);
  }

  private boolean write(String words) {
    correspondence.write(reference, words);
    return true;
  }

  private CaseSummary summary() {
    return work(() -> casework.summary(reference));
  }

  private Progress progress() {
    return work(() -> casework.progress(reference));
  }

  private void on(String day) {
    time.set(LocalDate.parse(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
  }

  private <T> T work(Supplier<T> work) {
    return samples.as(officer.acting(), work);
  }

  private <T> T asRequester(Supplier<T> work) {
    return samples.as(samples.holderOf(reference).acting(), work);
  }

  private void assertRefused(String rule, Supplier<?> work) {
    assertThatThrownBy(() -> work(work::get))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
  }
}
