package candour.casework.clock;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.clock.ClockEvent.Extended;
import candour.casework.clock.ClockEvent.Restarted;
import candour.casework.clock.ClockEvent.Stopped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every day of eight years, leap years and both rule sets included, against a slow count. */
class EveryStartDayTests {

  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final LocalDate AFTER_LAST = LocalDate.of(2030, 1, 1);

  static Stream<Arguments> worlds() {
    return Stream.of(
            pauses(),
            pauses(0, 0),
            pauses(0, 4),
            pauses(7, 7),
            pauses(7, 16),
            pauses(25, 45),
            pauses(31, 33),
            pauses(40, 50),
            pauses(3, 10, 8, 12),
            pauses(3, 12, 5, 9),
            pauses(3, 5, 6, 9, 20, 24),
            pauses(5, 30, 60, 62))
        .flatMap(pauses ->
            Arrays.stream(Division.values())
                .flatMap(division ->
                    Stream.of(
                        Arguments.of(division, pauses, false),
                        Arguments.of(division, pauses, true))));
  }

  @ParameterizedTest(name = "{0}, asked and answered {1}, extended {2}")
  @MethodSource("worlds")
  void clock_agrees_with_a_count_day_by_day(
      Division division, List<List<Integer>> pauses, boolean extended) {
    var slow = new SlowReckoning(region(division), 2022, 2030);
    var questions = pauses.stream().map(p -> new int[] {p.get(0), p.get(1)}).toList();
    var holidays = BankHolidays.of(division);

    for (var day = FIRST; day.isBefore(AFTER_LAST); day = day.plusDays(1)) {
      var deadline = new StatutoryClock(day, events(day, pauses, extended)).deadline(holidays);
      assertThat(deadline.sortedBy())
          .as("received %s", day)
          .isEqualTo(slow.due(day, extended ? 3 : 1, questions));
      assertThat(deadline.derivation().rolledOver())
          .as("rolled over when received %s", day)
          .hasSize((int) (deadline.sortedBy().toEpochDay() - nominal(deadline).toEpochDay()));
    }
  }

  private static LocalDate nominal(Deadline deadline) {
    return deadline.derivation().nominal();
  }

  private static List<ClockEvent> events(
      LocalDate received, List<List<Integer>> pauses, boolean extended) {
    var events = new ArrayList<ClockEvent>();
    if (extended) {
      events.add(new Extended(ExtensionGround.NUMBER_OF_REQUESTS, received.plusDays(20)));
    }
    for (var pause : pauses) {
      events.add(new Stopped(StopReason.CLARIFICATION, received.plusDays(pause.get(0))));
      events.add(new Restarted(StopReason.CLARIFICATION, received.plusDays(pause.get(1))));
    }
    return events;
  }

  private static List<List<Integer>> pauses(int... askedAndAnswered) {
    var pauses = new ArrayList<List<Integer>>();
    for (int next = 0; next < askedAndAnswered.length; next += 2) {
      pauses.add(List.of(askedAndAnswered[next], askedAndAnswered[next + 1]));
    }
    return pauses;
  }

  private static String region(Division division) {
    return switch (division) {
      case ENGLAND_AND_WALES -> "eng";
      case SCOTLAND -> "sct";
      case NORTHERN_IRELAND -> "nir";
    };
  }
}
