package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.AnswerBy.Extension.Ground;
import candour.casework.IdentityChecks.Look;
import candour.identity.Verification.Method;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case from its receipt to its answer. */
@PortalTest
class CaseTimeTests {

  private static final Look SEEN =
      new Look(
          Method.VOUCHED_FOR, "Her teacher's letter", "The teacher knew her school and street.");
  private static final String QUESTION = "Which school did you attend in 1964?";
  private static final String REASON = "Two people of this name arrived that year.";

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

  @AfterEach
  void back_to_the_present() {
    time.reset();
  }

  @Test
  void every_step_leaves_its_entry_in_the_log_whoever_took_it() {
    it.work(() -> correspondence.ask(it.reference, it.officer, QUESTION, REASON));
    it.asRequester(() -> correspondence.write(it.reference, "Kensal Rise."));
    it.work(() -> identityChecks.doubt(it.reference, it.officer, REASON, QUESTION));
    it.does(() -> informationReceived("2026-11-02"));
    it.does(this::confirm);
    it.does(this::extend);
    assertThat(it.work(this::logged))
        .containsExactly(
            "request.received",
            "clock.clarification-asked",
            "clock.clarification-answered",
            "clock.identity-doubted",
            "clock.identity-information-received",
            "identity.verified",
            "clock.extended");
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

  private void confirm() {
    identityChecks.confirm(it.reference, it.officer, SEEN);
  }

  private void informationReceived(String on) {
    identityChecks.informationReceived(
        it.reference, it.officer, LocalDate.parse(on), "A copy of a passport");
  }

  private void extend() {
    extensions.extend(it.reference, it.officer, Ground.NUMBER_OF_REQUESTS, REASON);
  }

  private void close() {
    casework.close(it.reference, Outcome.NOTHING_HELD, LocalDate.of(2026, 11, 2));
  }

  private List<String> logged() {
    return jdbc.sql("select class from audit.entry where case_id = :case order by recorded_at")
        .param("case", it.reference.value())
        .query((row, _) -> row.getString(1))
        .list();
  }
}
