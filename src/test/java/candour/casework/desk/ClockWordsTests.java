package candour.casework.desk;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.clock.BankHolidays;
import candour.casework.clock.ClockEvent;
import candour.casework.clock.ClockEvent.Doubted;
import candour.casework.clock.ClockEvent.Extended;
import candour.casework.clock.ClockEvent.Restarted;
import candour.casework.clock.ClockEvent.Stopped;
import candour.casework.clock.Deadline;
import candour.casework.clock.Division;
import candour.casework.clock.ExtensionGround;
import candour.casework.clock.StatutoryClock;
import candour.casework.clock.StopReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class ClockWordsTests {

  private final ClockWords clockWords = new ClockWords(DueWordsTests.words());

  @BeforeEach
  void in_english() {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
  }

  @AfterEach
  void no_language_stays_chosen() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void a_plain_month_that_ends_on_a_weekend_before_a_bank_holiday() {
    assertThat(clockWords.steps(deadline("2026-07-29")))
        .containsExactly(
            "The request was received on 29 July 2026.",
            "The period is counted from 29 July 2026, the day of receipt. Confirming identity starts"
                + " nothing.",
            "One month later is 29 August 2026.",
            "29 August 2026 is a Saturday, on which no period ends.",
            "30 August 2026 is a Sunday, on which no period ends.",
            "31 August 2026 is a bank holiday (Summer bank holiday), on which no period ends.",
            "The answer is due by the end of 1 September 2026.");
  }

  @Test
  void a_short_month_and_two_further_ones_and_days_that_do_not_count() {
    var deadline =
        deadline(
            "2026-10-30",
            new Extended(ExtensionGround.COMPLEXITY, day("2026-11-02")),
            new Stopped(StopReason.CLARIFICATION, day("2026-11-09")),
            new Restarted(StopReason.CLARIFICATION, day("2026-11-10")));
    assertThat(clockWords.steps(deadline))
        .contains(
            "On 2 November 2026 notice was given of two further months: the request is complex.",
            "Three months later is 30 January 2027.",
            "Clarification was awaited from 9 November 2026 to 10 November 2026: 2 days of these"
                + " fall out of the count.",
            "Those 2 days move the date to 1 February 2027.",
            "The answer is due by the end of 1 February 2027.");
    assertThat(clockWords.steps(deadline("2026-08-31")))
        .contains(
            "One month later is 30 September 2026: that month has no such day, so its last day"
                + " counts.");
    assertThat(clockWords.noticeBy(deadline)).isNull();
  }

  @Test
  void a_doubt_with_its_question_moves_the_day_from_which_the_month_is_counted() {
    var asked = day("2026-08-04");
    var waiting =
        deadline("2026-08-03", new Doubted(asked), new Stopped(StopReason.IDENTITY, asked));
    assertThat(clockWords.answer(waiting))
        .isEqualTo(
            "The clock has been stopped since 4 August 2026, waiting for the answer to a question"
                + " about identity. There is no due date; the last one was 3 September 2026.");
    var come =
        deadline(
            "2026-08-03",
            new Doubted(asked),
            new Stopped(StopReason.IDENTITY, asked),
            new Restarted(StopReason.IDENTITY, day("2026-08-20")));
    assertThat(clockWords.steps(come).get(1))
        .startsWith("The period is counted from 20 August 2026");
  }

  @Test
  void the_law_of_the_day_of_receipt_is_named() {
    var asked = day("2026-01-12");
    var deadline =
        deadline(
            "2026-01-05",
            new Stopped(StopReason.CLARIFICATION, asked),
            new Restarted(StopReason.CLARIFICATION, day("2026-01-20")));
    assertThat(clockWords.steps(deadline))
        .anyMatch(step -> step.startsWith("It came before 5 February 2026"))
        .contains(
            "What was recorded for 12 January 2026 does not move the date: before 5 February 2026 no"
                + " law stopped the clock for clarification.")
        .endsWith("The answer is due by the end of 5 February 2026.");
  }

  @Test
  void every_step_can_be_said_in_welsh() {
    LocaleContextHolder.setLocale(Locale.of("cy"));
    assertThat(clockWords.steps(deadline("2026-07-29")))
        .contains("Derbyniwyd y cais ar 29 Gorffennaf 2026.")
        .anyMatch(step -> step.contains("ŵyl banc (Gŵyl Banc yr Haf)"));
  }

  private static Deadline deadline(String received, ClockEvent... events) {
    return new StatutoryClock(day(received), List.of(events))
        .deadline(BankHolidays.of(Division.ENGLAND_AND_WALES));
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
