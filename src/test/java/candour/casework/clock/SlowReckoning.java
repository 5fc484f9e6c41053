package candour.casework.clock;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts a deadline on the fingers, a day at a time, sharing nothing with the real clock. */
final class SlowReckoning {

  private static final LocalDate FIRST_DAY_OF_V2 = LocalDate.of(2026, 2, 5);

  private final Set<LocalDate> holidays;

  SlowReckoning(String region, int firstYear, int lastYear) {
    var calendar = HolidayManager.getInstance(ManagerParameters.create("gb"));
    this.holidays =
        IntStream.rangeClosed(firstYear, lastYear)
            .boxed()
            .flatMap(year -> calendar.getHolidays(Year.of(year), region).stream())
            .map(Holiday::getDate)
            .collect(Collectors.toCollection(HashSet::new));
  }

  /** Questions and answers as {asked, answered}, in days after receipt, earliest question first. */
  LocalDate due(LocalDate received, int months, List<int[]> questions) {
    var paused = new TreeSet<LocalDate>();
    for (var question : questions) {
      boolean asked = !received.plusDays(question[0]).isAfter(end(received, months, paused));
      for (int day = question[0]; asked && day <= question[1]; day++) {
        if (day > 0 && !received.isBefore(FIRST_DAY_OF_V2)) {
          paused.add(received.plusDays(day));
        }
      }
    }
    return end(received, months, paused);
  }

  private LocalDate end(LocalDate received, int months, Set<LocalDate> paused) {
    var day = received;
    for (int month = 0; month < months; month++) {
      do {
        day = day.plusDays(1);
      } while (day.getDayOfMonth() != 1);
    }
    while (day.getDayOfMonth() < received.getDayOfMonth() && day.plusDays(1).getDayOfMonth() != 1) {
      day = day.plusDays(1);
    }
    for (var _ : paused) {
      day = day.plusDays(1);
    }
    while (isWeekend(day) || holidays.contains(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** 1 January 1970 was a Thursday. */
  private static boolean isWeekend(LocalDate day) {
    long sinceThursday = Math.floorMod(day.toEpochDay(), 7L);
    return sinceThursday == 2 || sinceThursday == 3;
  }
}
