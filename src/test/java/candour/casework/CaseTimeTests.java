package candour.casework;

import static candour.casework.TimedCase.QUESTION;
import static candour.casework.TimedCase.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.AnswerBy.Extension.Ground;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case from its receipt to its answer. */
@PortalTest
class CaseTimeTests {

  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired MovableClock time;
  @Autowired IdentityChecks identityChecks;
  @Autowired Correspondence correspondence;
  @Autowired Extensions extensions;
  @Autowired JdbcClient jdbc;

  private TimedCase it;

  @BeforeEach
  void received_on_monday_2_november_2026() {
    it = new TimedCase(samples, casework, time);
  }

  @Test
  void every_step_leaves_its_entry_in_the_log_whoever_took_it() {
    it.work(() -> correspondence.ask(it.reference, it.officer, QUESTION, REASON));
    it.asRequester(() -> correspondence.write(it.reference, "Kensal Rise."));
    it.work(() -> identityChecks.doubt(it.reference, it.officer, REASON, QUESTION));
    it.does(() -> it.informed(identityChecks, "2026-11-02"));
    it.does(() -> it.confirmed(identityChecks));
    it.does(this::extend);
    assertThat(it.work(() -> samples.logged(it.reference)))
        .containsExactly(
            "request.received",
            "clock.clarification-asked",
            "message.written",
            "message.written",
            "clock.clarification-answered",
            "clock.identity-doubted",
            "message.written",
            "clock.identity-information-received",
            "message.written",
            "identity.verified",
            "clock.extended",
            "message.written");
  }

  @Test
  void an_answered_case_moves_no_more() {
    it.work(() -> correspondence.ask(it.reference, it.officer, QUESTION, REASON));
    it.does(this::close);
    it.assertRefused("case-is-answered", this::close);
    it.assertRefused("case-is-answered", this::extend);
    it.asRequester(() -> correspondence.write(it.reference, "Thank you."));
    assertThat(it.progress().answerBy())
        .isInstanceOfSatisfying(
            AnswerBy.Given.class, given -> assertThat(given.date()).isEqualTo("2026-11-02"));
    assertThat(it.progress().step()).isEqualTo(Progress.Step.ANSWERED);
    assertThat(it.progress().outcome()).isEqualTo(Outcome.NOTHING_HELD);
  }

  private void extend() {
    extensions.extend(it.reference, it.officer, Ground.NUMBER_OF_REQUESTS, REASON);
  }

  private void close() {
    casework.close(it.reference, Outcome.NOTHING_HELD, LocalDate.of(2026, 11, 2));
  }
}
