package candour.casework.clock;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.clock.ClockEvent.Doubted;
import candour.casework.clock.ClockEvent.Extended;
import candour.casework.clock.ClockEvent.Restarted;
import candour.casework.clock.ClockEvent.Stopped;
import candour.casework.clock.Deadline.Due;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples, the regulator's own among them, that the clock was built against. */
class DeadlineTableTests {

  private static final BankHolidays ENGLAND = BankHolidays.of(Division.ENGLAND_AND_WALES);
  private static final BankHolidays SCOTLAND = BankHolidays.of(Division.SCOTLAND);

  @ParameterizedTest(name = "row {0}: received {1}, due {2} ({3})")
  @CsvSource({
    "1, 2027-01-01, 2027-02-01, receipt on a holiday counts",
    "2, 2024-11-25, 2024-12-27, Christmas and Boxing Day",
    "3, 2025-01-31, 2025-02-28, short month",
    "4, 2028-01-31, 2028-02-29, leap year",
    "5, 2026-01-31, 2026-03-02, short month that ends on a Saturday",
    "6, 2025-09-03, 2025-10-03, plain",
    "7, 2027-04-01, 2027-05-04, Saturday then early May",
    "8, 2026-03-31, 2026-04-30, thirty-day month",
    "9, 2026-04-30, 2026-06-01, the 30th and not the 31st",
    "10, 2026-02-28, 2026-03-30, the 28th is a Saturday",
    "11, 2026-03-03, 2026-04-07, Easter run of four",
    "12, 2026-11-25, 2026-12-29, substitute Boxing Day",
    "14, 2026-12-01, 2027-01-04, New Year then weekend",
    "16, 2026-07-31, 2026-09-01, summer bank holiday",
    "18 EW, 2026-05-15, 2026-06-15, plain",
    "19 EW, 2026-10-30, 2026-11-30, plain"
  })
  void in_england_and_wales(String row, LocalDate received, LocalDate due, String why) {
    assertThat(due(received, ENGLAND, List.of()).on()).isEqualTo(due);
  }

  @ParameterizedTest(name = "row {0}: received {1}, due {2} ({3})")
  @CsvSource({
    "18 SC, 2026-05-15, 2026-06-16, World Cup bank holiday",
    "19 SC, 2026-10-30, 2026-12-01, St Andrew’s Day"
  })
  void in_scotland(String row, LocalDate received, LocalDate due, String why) {
    assertThat(due(received, SCOTLAND, List.of()).on()).isEqualTo(due);
  }

  @ParameterizedTest(name = "row {0}: received {1}, identity information {2}, due {3}")
  @CsvSource({"21, 2026-11-02, 2026-11-16, 2026-12-16", "22, 2026-10-20, 2026-10-31, 2026-11-30"})
  void identity_information_sets_the_relevant_time(
      String row, LocalDate received, LocalDate informed, LocalDate due) {
    var asked = received.plusDays(1);
    List<ClockEvent> events =
        List.of(
            new Doubted(asked),
            new Stopped(StopReason.IDENTITY, asked),
            new Restarted(StopReason.IDENTITY, informed));

    assertThat(due(received, ENGLAND, events).on()).isEqualTo(due);
  }

  @ParameterizedTest(name = "row {0}: asked {1}, answered {2}, due {3}, +{4} days")
  @CsvSource({
    "24, 2026-11-09, 2026-11-18, 2026-12-14, 10",
    "25, 2026-11-09, 2026-11-09, 2026-12-03, 1",
    "26, 2026-11-02, 2026-11-06, 2026-12-07, 4"
  })
  void clarification_days_do_not_count(
      String row, LocalDate asked, LocalDate answered, LocalDate due, int days) {
    var deadline = due(LocalDate.of(2026, 11, 2), ENGLAND, clarification(asked, answered));

    assertThat(deadline.on()).isEqualTo(due);
    assertThat(deadline.derivation().pauseDays()).isEqualTo(days);
  }

  @Test
  void row_29_extension_gives_three_months_from_the_relevant_time() {
    var deadline = due(LocalDate.of(2026, 11, 2), ENGLAND, List.of(extended("2026-12-02")));

    assertThat(deadline.on()).isEqualTo("2027-02-02");
    assertThat(deadline.noticeBy()).isEqualTo("2026-12-02");
  }

  @Test
  void row_32_extension_and_pause_add_up() {
    List<ClockEvent> events =
        List.of(
            new Stopped(StopReason.CLARIFICATION, LocalDate.of(2026, 11, 9)),
            new Restarted(StopReason.CLARIFICATION, LocalDate.of(2026, 11, 18)),
            extended("2026-12-14"));
    var deadline = due(LocalDate.of(2026, 11, 2), ENGLAND, events);

    assertThat(deadline.on()).isEqualTo("2027-02-12");
    assertThat(deadline.noticeBy()).isEqualTo("2026-12-14");
  }

  @Test
  void row_33_before_5_february_2026_no_statute_paused_for_clarification() {
    var events = clarification(LocalDate.of(2026, 2, 9), LocalDate.of(2026, 2, 18));
    var deadline = due(LocalDate.of(2026, 2, 4), ENGLAND, events);

    assertThat(deadline.on()).isEqualTo("2026-03-04");
    assertThat(deadline.derivation().rules()).isEqualTo(RuleVersion.SAR_TIME_V1);
    assertThat(deadline.derivation().pauseDays()).isZero();
  }

  @Test
  void row_34_complaint_is_acknowledged_within_thirty_days_rolled() {
    assertThat(ComplaintAcknowledgement.dueBy(LocalDate.of(2026, 6, 19), ENGLAND))
        .contains(LocalDate.of(2026, 7, 20));
  }

  @Test
  void row_36_complaint_before_commencement_has_no_statutory_date() {
    assertThat(ComplaintAcknowledgement.dueBy(LocalDate.of(2026, 6, 18), ENGLAND)).isEmpty();
  }

  @ParameterizedTest(name = "received {0}, due {1}")
  @CsvSource({"2019-09-27, 2019-10-28", "2019-04-06, 2019-05-07"})
  void a_peer_that_counts_calendar_months_agrees(LocalDate received, LocalDate due) {
    assertThat(due(received, ENGLAND, List.of()).on()).isEqualTo(due);
  }

  private static Due due(LocalDate received, BankHolidays holidays, List<ClockEvent> events) {
    var deadline = new StatutoryClock(received, events).deadline(holidays);
    assertThat(deadline).isInstanceOf(Due.class);
    return (Due) deadline;
  }

  private static List<ClockEvent> clarification(LocalDate asked, LocalDate answered) {
    return List.of(
        new Stopped(StopReason.CLARIFICATION, asked),
        new Restarted(StopReason.CLARIFICATION, answered));
  }

  private static Extended extended(String noticeGiven) {
    return new Extended(ExtensionGround.COMPLEXITY, LocalDate.parse(noticeGiven));
  }
}
