package candour.casework.clock;

import static candour.casework.clock.StopReason.CLARIFICATION;
import static candour.casework.clock.StopReason.FEE;
import static candour.casework.clock.StopReason.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.clock.Appended.Accepted;
import candour.casework.clock.Appended.Refused;
import candour.casework.clock.ClockEvent.Doubted;
import candour.casework.clock.ClockEvent.Extended;
import candour.casework.clock.ClockEvent.Restarted;
import candour.casework.clock.ClockEvent.Stopped;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppendedTests {

  private static final BankHolidays HOLIDAYS = BankHolidays.of(Division.ENGLAND_AND_WALES);
  private static final LocalDate MONDAY_2_NOVEMBER = LocalDate.of(2026, 11, 2);

  @Test
  void question_about_identity_needs_a_recorded_doubt_first() {
    assertRefused(Refusal.NO_DOUBT_RECORDED, List.of(), stopped(IDENTITY, 4));
    assertRefused(Refusal.NO_DOUBT_RECORDED, List.of(doubted(5)), stopped(IDENTITY, 4));
  }

  @Test
  void notice_on_the_last_day_is_valid_and_a_day_later_refused() {
    var clock = StatutoryClock.receivedOn(MONDAY_2_NOVEMBER);
    var lastDay = clock.deadline(HOLIDAYS).noticeBy();

    assertThat(clock.append(extended(lastDay), HOLIDAYS)).isInstanceOf(Accepted.class);
    assertRefused(Refusal.NOTICE_TOO_LATE, List.of(), extended(lastDay.plusDays(1)));
  }

  @Test
  void notice_during_a_pause_is_in_time() {
    var clock = new StatutoryClock(MONDAY_2_NOVEMBER, List.of(stopped(CLARIFICATION, 27)));
    var notice = extended(LocalDate.of(2027, 1, 4));
    var accepted = (Accepted) clock.append(notice, HOLIDAYS);

    var answered = new Restarted(CLARIFICATION, LocalDate.of(2027, 1, 5));
    var after = (Accepted) accepted.clock().append(answered, HOLIDAYS);
    assertThat(after.clock().deadline(HOLIDAYS).derivation().extension()).isEqualTo(notice);
  }

  @Test
  void second_stop_for_the_same_reason_is_refused() {
    assertRefused(
        Refusal.ALREADY_STOPPED, List.of(stopped(CLARIFICATION, 9)), stopped(CLARIFICATION, 10));
  }

  @Test
  void second_extension_is_refused() {
    assertRefused(Refusal.ALREADY_EXTENDED, List.of(extended(day(9))), extended(day(10)));
  }

  @Test
  void restart_needs_an_earlier_stop_for_the_same_reason() {
    assertRefused(Refusal.NOT_STOPPED, List.of(stopped(FEE, 9)), restarted(CLARIFICATION, 10));
    assertRefused(Refusal.RESTARTED_BEFORE_STOP, List.of(stopped(FEE, 9)), restarted(FEE, 8));
  }

  @Test
  void nothing_happens_before_receipt() {
    assertRefused(Refusal.BEFORE_RECEIPT, List.of(), stopped(CLARIFICATION, 1));
  }

  @Test
  void impossible_history_cannot_be_read_back() {
    assertThatThrownBy(
            () -> new StatutoryClock(MONDAY_2_NOVEMBER, List.of(restarted(CLARIFICATION, 10))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NOT_STOPPED");
  }

  @Test
  void appending_leaves_the_clock_before_it_alone() {
    var clock = StatutoryClock.receivedOn(MONDAY_2_NOVEMBER);
    var after = (Accepted) clock.append(stopped(CLARIFICATION, 9), HOLIDAYS);

    assertThat(clock.events()).isEmpty();
    assertThat(after.clock().events()).containsExactly(stopped(CLARIFICATION, 9));
  }

  private static void assertRefused(Refusal reason, List<ClockEvent> history, ClockEvent next) {
    var clock = new StatutoryClock(MONDAY_2_NOVEMBER, history);
    assertThat(clock.append(next, HOLIDAYS)).isEqualTo(new Refused(reason));
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
