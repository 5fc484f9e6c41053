package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.AnswerBy.Awaited;
import candour.casework.AnswerBy.Cause;
import candour.casework.AnswerBy.DayOff;
import candour.casework.AnswerBy.Extension;
import candour.casework.ClockEntry.Kind;
import candour.casework.clock.BankHolidays;
import candour.casework.clock.ClockEvent;
import candour.casework.clock.Division;
import candour.casework.clock.ExtensionGround;
import candour.casework.clock.StatutoryClock;
import candour.casework.clock.StopReason;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicClockTests {

  private static final BankHolidays ENGLAND = BankHolidays.of(Division.ENGLAND_AND_WALES);
  private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 25);
  private static final UUID OFFICER = new UUID(0, 1);

  @Test
  void names_every_day_that_a_date_was_carried_over_in_both_languages() {
    var answerBy = answerBy();
    assertThat(answerBy)
        .isInstanceOfSatisfying(
            AnswerBy.On.class, due -> assertThat(due.date()).isEqualTo("2026-12-29"));
    assertThat(answerBy.reasons().moved()).isEqualTo("2026-12-25");
    assertThat(answerBy.reasons().rolledOver())
        .extracting(DayOff::date)
        .containsExactly(day(25), day(26), day(27), day(28));
    assertThat(answerBy.reasons().rolledOver().getFirst())
        .isEqualTo(new DayOff(day(25), "Christmas Day", "Dydd Nadolig"));
    assertThat(answerBy.reasons().rolledOver().get(2)).isEqualTo(new DayOff(day(27), null, null));
  }

  @ParameterizedTest
  @EnumSource(StopReason.class)
  void says_what_is_awaited_and_then_what_it_did(StopReason reason) {
    var asked =
        switch (reason) {
          case IDENTITY -> asked(Kind.IDENTITY_DOUBTED);
          case FEE -> asked(Kind.FEE_FOUND);
          case CLARIFICATION -> asked(Kind.CLARIFICATION_ASKED);
        };
    assertThat(answerBy(asked))
        .isInstanceOfSatisfying(
            AnswerBy.Stopped.class,
            stopped -> {
              assertThat(stopped.awaited()).containsExactly(awaited(reason));
              assertThat(stopped.since()).isEqualTo(day(1));
              assertThat(stopped.lastDate()).isEqualTo("2026-12-29");
            });
    var reasons = answerBy(asked, ClockEntry.answered(reason, day(4), "", OFFICER)).reasons();
    assertThat(reasons.cause())
        .isEqualTo(
            switch (reason) {
              case IDENTITY -> Cause.IDENTITY_INFORMATION_RECEIVED;
              case FEE -> Cause.FEE_PAID;
              case CLARIFICATION -> Cause.REQUEST_RECEIVED;
            });
    assertThat(reasons.pauses()).hasSize(reason == StopReason.CLARIFICATION ? 1 : 0);
  }

  @Test
  void tells_an_extension_in_the_words_of_its_notice() {
    var notice =
        ClockEntry.extended(
            ExtensionGround.COMPLEXITY, day(2), "Nine files in three stores.", OFFICER);
    var reasons = answerBy(notice).reasons();
    assertThat(reasons.months()).isEqualTo(3);
    assertThat(reasons.extension())
        .isEqualTo(
            new Extension(Extension.Ground.COMPLEXITY, day(2), "Nine files in three stores."));
  }

  @Test
  void an_answer_keeps_its_reasons() {
    var deadline = StatutoryClock.receivedOn(RECEIVED).deadline(ENGLAND);
    var given = new PublicClock(deadline, List.of()).answerBy(day(14));
    assertThat(given).isEqualTo(new AnswerBy.Given(day(14), answerBy().reasons()));
  }

  private static AnswerBy answerBy(ClockEntry... entries) {
    List<ClockEvent> events =
        List.of(entries).stream().flatMap(entry -> entry.events().stream()).toList();
    var deadline = new StatutoryClock(RECEIVED, events).deadline(ENGLAND);
    return new PublicClock(deadline, List.of(entries)).answerBy(null);
  }

  private static ClockEntry asked(Kind kind) {
    return ClockEntry.asked(kind, day(1), "Which of them are you?", "Two have this name.", OFFICER);
  }

  private static Awaited awaited(StopReason reason) {
    return switch (reason) {
      case IDENTITY -> Awaited.PROOF_OF_IDENTITY;
      case FEE -> Awaited.FEE;
      case CLARIFICATION -> Awaited.CLARIFICATION;
    };
  }

  private static LocalDate day(int ofDecember) {
    return LocalDate.of(2026, 12, ofDecember);
  }
}
