package candour.casework;

import static candour.casework.TimedCase.QUESTION;
import static candour.casework.TimedCase.REASON;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.AnswerBy.Extension.Ground;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two further months; numbered rows are those of the law's table. */
@PortalTest
class ExtensionTimeTests {

  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired MovableClock time;
  @Autowired Correspondence correspondence;
  @Autowired Extensions extensions;

  private TimedCase it;

  @BeforeEach
  void received_on_monday_2_november_2026() {
    it = new TimedCase(samples, casework, time);
  }

  @Test
  void row_29_an_extension_is_given_once_and_in_the_first_month() {
    it.on("2026-12-03");
    it.assertRefused("notice-too-late", this::extend);
    assertThat(it.summary().dueOn()).isEqualTo("2026-12-02");
    it.on("2026-12-02");
    it.does(this::extend);
    assertThat(it.summary().dueOn()).isEqualTo("2027-02-02");
    it.assertRefused("already-extended", this::extend);
    var extension = requireNonNull(it.progress().answerBy().reasons().extension());
    assertThat(extension.reasons()).isEqualTo(REASON);
    assertThat(extension.ground()).isEqualTo(Ground.NUMBER_OF_REQUESTS);
  }

  @Test
  void a_notice_while_the_clock_is_stopped_is_in_time() {
    it.on("2026-11-30");
    it.work(() -> correspondence.ask(it.reference, it.officer, QUESTION, REASON));
    it.on("2026-12-10");
    it.does(this::extend);
    it.on("2026-12-14");
    it.asRequester(() -> correspondence.write(it.reference, "Here you are."));
    assertThat(it.summary().dueOn()).isEqualTo("2027-02-17");
  }

  private void extend() {
    extensions.extend(it.reference, it.officer, Ground.NUMBER_OF_REQUESTS, REASON);
  }
}
