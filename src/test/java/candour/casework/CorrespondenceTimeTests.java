package candour.casework;

import static candour.casework.TimedCase.QUESTION;
import static candour.casework.TimedCase.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What asking and answering do to the clock; numbered rows are those of the law's table. */
@PortalTest
class CorrespondenceTimeTests {

  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired MovableClock time;
  @Autowired Correspondence correspondence;

  private TimedCase it;

  @BeforeEach
  void received_on_monday_2_november_2026() {
    it = new TimedCase(samples, casework, time);
  }

  @Test
  void row_24_the_requesters_own_answer_restarts_the_clock() {
    it.on("2026-11-09");
    it.work(() -> correspondence.ask(it.reference, it.officer, QUESTION, REASON));
    assertThat(it.summary().dueOn()).isNull();
    it.assertRefused(
        "already-stopped", () -> correspondence.ask(it.reference, it.officer, QUESTION, REASON));
    it.on("2026-11-18");
    it.asRequester(() -> correspondence.write(it.reference, "Kensal Rise primary school."));
    assertThat(it.summary().dueOn()).isEqualTo("2026-12-14");
    var seen = it.asRequesterSees(() -> casework.progress(it.reference)).answerBy();
    assertThat(seen).isInstanceOf(AnswerBy.On.class);
    assertThat(seen.reasons().pauses())
        .containsExactly(
            new AnswerBy.Pause(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 18), 10));
    assertThat(seen.reasons().rolledOver()).hasSize(2).allMatch(day -> day.nameEn() == null);

    it.asRequester(() -> correspondence.write(it.reference, "And one more thing."));
    assertThat(it.summary().dueOn()).isEqualTo("2026-12-14");
    assertThat(it.asRequesterSees(() -> correspondence.messages(it.reference)))
        .extracting(Message::words)
        .containsExactly(QUESTION, "Kensal Rise primary school.", "And one more thing.");
  }

  @Test
  void an_answer_by_post_counts_from_the_day_it_arrived() {
    it.on("2026-11-09");
    it.work(() -> correspondence.ask(it.reference, it.officer, QUESTION, REASON));
    it.on("2026-11-23");
    it.assertRefused("not-yet", () -> writtenFor("2026-11-24"));
    it.assertRefused("before-receipt", () -> writtenFor("2026-11-01"));
    it.assertRefused("restarted-before-stop", () -> writtenFor("2026-11-08"));
    it.does(() -> writtenFor("2026-11-18"));
    assertThat(it.summary().dueOn()).isEqualTo("2026-12-14");
  }

  private void writtenFor(String on) {
    correspondence.writeFor(it.reference, it.officer, "By post.", LocalDate.parse(on));
  }
}
