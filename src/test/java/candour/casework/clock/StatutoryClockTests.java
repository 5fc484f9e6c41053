package candour.casework.clock;

import static candour.casework.clock.StopReason.CLARIFICATION;
import static candour.casework.clock.StopReason.FEE;
import static candour.casework.clock.StopReason.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.clock.ClockEvent.Doubted;
import candour.casework.clock.ClockEvent.Extended;
import candour.casework.clock.ClockEvent.Restarted;
import candour.casework.clock.ClockEvent.Stopped;
import candour.casework.clock.Deadline.Due;
import candour.casework.clock.Deadline.Paused;
import candour.casework.clock.NonWorkingDay.BankHoliday;
import candour.casework.clock.NonWorkingDay.Weekend;
import candour.casework.clock.RelevantTime.Cause;
import candour.casework.clock.WithoutEffect.Why;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatutoryClockTests {

  private static final BankHolidays HOLIDAYS = BankHolidays.of(Division.ENGLAND_AND_WALES);
  private static final LocalDate MONDAY_2_NOVEMBER = LocalDate.of(2026, 11, 2);

  @Test
  void doubt_without_a_question_moves_nothing() {
    var deadline = deadline(doubted(3));

    assertThat(deadline.sortedBy()).isEqualTo("2026-12-02");
    assertThat(deadline.derivation().withoutEffect())
        .containsExactly(new WithoutEffect(doubted(3), Why.NO_QUESTION_SENT));
  }

  @Test
  void question_about_identity_pauses_until_the_information_arrives() {
    var paused = (Paused) deadline(doubted(3), stopped(IDENTITY, 4));

    assertThat(paused.awaiting()).containsExactly(stopped(IDENTITY, 4));
    assertThat(paused.lastDue()).isEqualTo("2026-12-02");
    assertThat(paused.isOverdueOn(LocalDate.of(2027, 6, 1))).isFalse();

    var due = (Due) deadline(doubted(3), stopped(IDENTITY, 4), restarted(IDENTITY, 16));
    assertThat(due.derivation().relevantTime())
        .isEqualTo(new RelevantTime(day(16), Cause.IDENTITY_INFORMATION_RECEIVED));
  }

  @Test
  void latest_of_identity_and_fee_is_the_relevant_time() {
    var due =
        (Due)
            deadline(
                doubted(3),
                stopped(IDENTITY, 3),
                stopped(FEE, 4),
                restarted(FEE, 20),
                restarted(IDENTITY, 16));

    assertThat(due.derivation().relevantTime())
        .isEqualTo(new RelevantTime(day(20), Cause.FEE_PAID));
    assertThat(due.on()).isEqualTo("2026-12-21");
  }

  @Test
  void derivation_names_every_step() {
    var received = LocalDate.of(2026, 11, 25);
    var due = (Due) StatutoryClock.receivedOn(received).deadline(HOLIDAYS);

    assertThat(due.on()).isEqualTo("2026-12-29");
    assertThat(due.derivation())
        .isEqualTo(
            new Derivation(
                RuleVersion.SAR_TIME_V2,
                received,
                new RelevantTime(received, Cause.REQUEST_RECEIVED),
                LocalDate.of(2026, 12, 25),
                List.of(),
                LocalDate.of(2026, 12, 25),
                List.of(
                    new BankHoliday(LocalDate.of(2026, 12, 25), "Christmas Day", "Dydd Nadolig"),
                    new Weekend(LocalDate.of(2026, 12, 26)),
                    new Weekend(LocalDate.of(2026, 12, 27)),
                    new BankHoliday(
                        LocalDate.of(2026, 12, 28),
                        "Boxing Day (substitute day)",
                        "Gŵyl San Steffan (diwrnod yn lle)")),
                null,
                List.of()));
  }

  @Test
  void short_month_is_said() {
    var deadline = StatutoryClock.receivedOn(LocalDate.of(2025, 1, 31)).deadline(HOLIDAYS);

    assertThat(deadline.derivation().isShortMonth()).isTrue();
    assertThat(deadline().derivation().isShortMonth()).isFalse();
  }

  @Test
  void open_pause_has_no_due_date_and_its_end_restores_the_last_one_plus_the_days() {
    var paused = (Paused) deadline(stopped(CLARIFICATION, 9));
    assertThat(paused.lastDue()).isEqualTo("2026-12-02");

    var due = (Due) deadline(stopped(CLARIFICATION, 9), restarted(CLARIFICATION, 11));
    assertThat(due.derivation().nominal()).isEqualTo(paused.lastDue().plusDays(3));
    assertThat(due.derivation().pauses())
        .containsExactly(new Pause(CLARIFICATION, day(9), day(11), 3));
  }

  @Test
  void overlapping_pauses_count_each_day_once() {
    var due =
        deadline(
            stopped(CLARIFICATION, 9),
            restarted(CLARIFICATION, 12),
            stopped(CLARIFICATION, 12),
            restarted(CLARIFICATION, 14),
            stopped(CLARIFICATION, 10),
            restarted(CLARIFICATION, 11));

    assertThat(due.derivation().pauses())
        .containsExactly(new Pause(CLARIFICATION, day(9), day(14), 6));
  }

  @Test
  void merging_again_changes_nothing() {
    var holds =
        List.of(hold(9, 12), hold(12, 14), hold(10, 11), hold(20, 20), hold(21, 22), hold(2, 4));
    var once = Pause.merge(holds, MONDAY_2_NOVEMBER);
    var again =
        Pause.merge(
            once.stream().map(p -> new Hold(new Stopped(p.cause(), p.from()), p.until())).toList(),
            MONDAY_2_NOVEMBER);

    assertThat(again).isEqualTo(once);
    assertThat(once).extracting(Pause::days).containsExactly(2, 6, 1, 2);
  }

  @Test
  void pause_before_the_relevant_time_adds_nothing() {
    var deadline =
        deadline(
            doubted(3),
            stopped(CLARIFICATION, 3),
            restarted(CLARIFICATION, 10),
            stopped(IDENTITY, 4),
            restarted(IDENTITY, 16));

    assertThat(deadline.derivation().pauseDays()).isZero();
    assertThat(deadline.sortedBy()).isEqualTo("2026-12-16");
  }

  @Test
  void question_on_the_last_day_counts_and_on_the_day_after_does_not() {
    var last = LocalDate.of(2026, 12, 2);
    assertThat(deadline(new Stopped(CLARIFICATION, last))).isInstanceOf(Paused.class);

    var late = new Stopped(CLARIFICATION, last.plusDays(1));
    assertThat(((Due) deadline(late)).on()).isEqualTo(last);
    assertThat(deadline(late).derivation().withoutEffect())
        .containsExactly(new WithoutEffect(late, Why.AFTER_DUE));
  }

  @Test
  void missed_deadline_is_not_mended_by_a_late_question_about_identity() {
    var late = LocalDate.of(2026, 12, 7);
    var deadline = deadline(new Doubted(late), new Stopped(IDENTITY, late));

    assertThat(deadline.isOverdueOn(late)).isTrue();
  }

  @Test
  void late_notice_found_in_the_records_extends_nothing() {
    var late = extended(LocalDate.of(2026, 12, 3));

    assertThat(deadline(late).sortedBy()).isEqualTo("2026-12-02");
    assertThat(deadline(late).derivation().withoutEffect())
        .containsExactly(new WithoutEffect(late, Why.NOTICE_TOO_LATE));
  }

  @Test
  void months_are_added_once() {
    var received = LocalDate.of(2026, 10, 31);
    var events = List.<ClockEvent>of(extended(LocalDate.of(2026, 11, 10)));
    var deadline = new StatutoryClock(received, events).deadline(HOLIDAYS);

    assertThat(deadline.derivation().monthsEnd()).isEqualTo("2027-01-31");
    assertThat(deadline.noticeBy()).isEqualTo("2026-11-30");
  }

  @Test
  void overdue_begins_the_day_after() {
    var due = LocalDate.of(2026, 12, 2);

    assertThat(deadline().isOverdueOn(due)).isFalse();
    assertThat(deadline().isOverdueOn(due.plusDays(1))).isTrue();
  }

  private static Deadline deadline(ClockEvent... events) {
    return new StatutoryClock(MONDAY_2_NOVEMBER, List.of(events)).deadline(HOLIDAYS);
  }

  private static Hold hold(int asked, int answered) {
    return new Hold(stopped(CLARIFICATION, asked), day(answered));
  }

  private static Doubted doubted(int day) {
    return new Doubted(day(day));
  }

  private static Stopped stopped(StopReason reason, int day) {
    return new Stopped(reason, day(day));
  }

  private static Restarted restarted(StopReason reason, int day) {
    return new Restarted(reason, day(day));
  }

  private static Extended extended(LocalDate noticeGiven) {
    return new Extended(ExtensionGround.COMPLEXITY, noticeGiven);
  }

  private static LocalDate day(int ofNovember) {
    return LocalDate.of(2026, 11, ofNovember);
  }
}
