package candour.casework;

import static candour.casework.TimedCase.QUESTION;
import static candour.casework.TimedCase.REASON;
import static candour.casework.TimedCase.SEEN;
import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.AnswerBy.Awaited;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What looking at an identity does to the clock; numbered rows are those of the law's table. */
@PortalTest
class IdentityTimeTests {

  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired MovableClock time;
  @Autowired IdentityChecks identityChecks;

  private TimedCase it;

  @BeforeEach
  void received_on_monday_2_november_2026() {
    it = new TimedCase(samples, casework, time);
  }

  @Test
  void row_21_identity_information_sets_the_relevant_time() {
    it.on("2026-11-09");
    assertThat(it.work(() -> identityChecks.doubt(it.reference, it.officer, REASON, QUESTION)))
        .isEqualTo(Dispatch.MAILED);
    var paused = it.summary();
    assertThat(paused.dueOn()).isNull();
    assertThat(paused.isPaused()).isTrue();
    assertThat(paused.listedDueOn()).isEqualTo("2026-12-02");
    assertThat(it.progress().answerBy())
        .isInstanceOfSatisfying(
            AnswerBy.Stopped.class,
            stopped -> {
              assertThat(stopped.awaited()).containsExactly(Awaited.PROOF_OF_IDENTITY);
              assertThat(stopped.since()).isEqualTo("2026-11-09");
            });
    it.assertRefused("identity-question-is-open", () -> it.confirmed(identityChecks));

    it.on("2026-11-20");
    it.assertRefused("not-yet", () -> it.informed(identityChecks, "2026-11-21"));
    it.assertRefused("restarted-before-stop", () -> it.informed(identityChecks, "2026-11-08"));
    it.does(() -> it.informed(identityChecks, "2026-11-16"));
    assertThat(it.summary().dueOn()).isEqualTo("2026-12-16");
    it.assertRefused("not-stopped", () -> it.informed(identityChecks, "2026-11-17"));
    assertThat(it.progress().answerBy().reasons().cause())
        .isEqualTo(AnswerBy.Cause.IDENTITY_INFORMATION_RECEIVED);

    it.does(() -> it.confirmed(identityChecks));
    assertThat(it.summary().dueOn()).as("confirming starts nothing").isEqualTo("2026-12-16");
    assertThat(it.summary().identityConfirmed()).isTrue();
    it.assertRefused("identity-is-confirmed", () -> it.confirmed(identityChecks));
    it.assertRefused(
        "identity-is-confirmed",
        () -> identityChecks.doubt(it.reference, it.officer, REASON, QUESTION));
  }

  @Test
  void confirming_or_rejecting_an_identity_moves_no_date() {
    it.does(() -> identityChecks.reject(it.reference, it.officer, SEEN));
    assertThat(it.summary().identityConfirmed()).isFalse();
    it.does(() -> it.confirmed(identityChecks));
    assertThat(it.summary().dueOn()).isEqualTo("2026-12-02");
    assertThat(it.work(() -> identityChecks.looks(it.reference)))
        .extracting(look -> look.verification().accepted())
        .containsExactly(false, true);
  }
}
