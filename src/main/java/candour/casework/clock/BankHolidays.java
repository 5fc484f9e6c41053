package candour.casework.clock;

import candour.casework.clock.NonWorkingDay.BankHoliday;
import candour.casework.clock.NonWorkingDay.Weekend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bank holidays of one division, from a frozen file: loaded, never computed, because Parliament
 * and the Crown add days that no rule foresees. A deadline stays the same however late it is
 * recomputed.
 */
public final class BankHolidays {

  private static final Map<Division, BankHolidays> FILE = read();

  private final NavigableMap<LocalDate, BankHoliday> days;

  private BankHolidays(NavigableMap<LocalDate, BankHoliday> days) {
    this.days = days;
  }

  /** The holidays kept in this division. */
  public static BankHolidays of(Division division) {
    return Objects.requireNonNull(FILE.get(division));
  }

  /** All of them, earliest first. */
  public List<BankHoliday> all() {
    return List.copyOf(days.values());
  }

  /**
   * The first working day that is this date or follows it.
   *
   * @throws YearNotCovered if the search leaves the years of the file
   */
  public Rolled roll(LocalDate date) {
    var over = new ArrayList<NonWorkingDay>();
    var day = date;
    for (var off = nonWorking(day); off.isPresent(); off = nonWorking(day)) {
      over.add(off.get());
      day = day.plusDays(1);
    }
    return new Rolled(day, over);
  }

  private Optional<NonWorkingDay> nonWorking(LocalDate date) {
    requireCovered(date.getYear());
    var holiday = days.get(date);
    if (holiday != null) {
      return Optional.of(holiday);
    }
    var weekend = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    return weekend ? Optional.of(new Weekend(date)) : Optional.empty();
  }

  private void requireCovered(int year) {
    int first = days.firstKey().getYear();
    int last = days.lastKey().getYear();
    if (year < first || year > last) {
      throw new YearNotCovered(year, first, last);
    }
  }

  private static Map<Division, BankHolidays> read() {
    return lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .collect(
            Collectors.groupingBy(
                row -> Division.of(row[0]),
                Collectors.collectingAndThen(
                    Collectors.toMap(
                        row -> LocalDate.parse(row[1]),
                        row -> new BankHoliday(LocalDate.parse(row[1]), row[2], row[3]),
                        (one, other) -> {
                          throw new IllegalStateException("Twice in the file: " + other);
                        },
                        TreeMap::new),
                    BankHolidays::new)));
  }

  private static Stream<String> lines() {
    try (var file = BankHolidays.class.getResourceAsStream("bank-holidays.csv")) {
      var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
