package candour.identity;

import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The boxes of a date question as they were typed, with the "about" tick. Months may be figures or
 * English or Welsh names. A box that never arrived counts as empty.
 */
public record TypedDate(String day, String month, String year, boolean about) {

  private static final Pattern FOUR_FIGURES = Pattern.compile("[0-9]{4}");
  private static final Pattern FIGURES = Pattern.compile("[0-9]{1,2}");

  /** Trims what was typed. */
  public TypedDate(
      @Nullable String day, @Nullable String month, @Nullable String year, boolean about) {
    this.day = day == null ? "" : day.strip();
    this.month = month == null ? "" : month.strip();
    this.year = year == null ? "" : year.strip();
    this.about = about;
  }

  /** Nothing typed. */
  public static final TypedDate BLANK = new TypedDate(null, null, null, false);

  /** Whether no box was filled. */
  public boolean isBlank() {
    return day.isEmpty() && month.isEmpty() && year.isEmpty();
  }

  /** What came of reading the boxes. */
  public sealed interface Reading {

    /** A date nobody had to complete. */
    record Given(PartialDate date) implements Reading {}

    /**
     * Everything that must change, in the order of the boxes; never empty.
     *
     * @param problems at most one for each box
     */
    record Wrong(List<DateProblem> problems) implements Reading {}
  }

  /**
   * Reads the boxes.
   *
   * @param today in London; no date of birth lies after it
   */
  public Reading read(LocalDate today) {
    var problems = problems(today);
    if (!problems.isEmpty()) {
      return new Reading.Wrong(
          problems.stream().sorted(Comparator.comparing(DateProblem::field)).toList());
    }
    var date =
        new PartialDate(
            Integer.valueOf(year),
            month.isEmpty() ? null : MonthNames.find(month).orElseThrow(),
            day.isEmpty() ? null : Integer.valueOf(day),
            about,
            null);
    return new Reading.Given(date);
  }

  private Set<DateProblem> problems(LocalDate today) {
    var problems = EnumSet.noneOf(DateProblem.class);
    if (isBlank()) {
      problems.add(DateProblem.NOTHING_GIVEN);
      return problems;
    }
    checkYear(today.getYear(), problems);
    checkMonth(problems);
    checkDay(problems);
    if (problems.isEmpty() && isAfter(today)) {
      problems.add(DateProblem.IN_THE_FUTURE);
    }
    return problems;
  }

  private void checkYear(int thisYear, Set<DateProblem> problems) {
    if (year.isEmpty()) {
      problems.add(DateProblem.YEAR_MISSING);
    } else if (!FOUR_FIGURES.matcher(year).matches()) {
      problems.add(DateProblem.YEAR_NOT_FOUR_FIGURES);
    } else if (Integer.parseInt(year) < PartialDate.FIRST_YEAR) {
      problems.add(DateProblem.YEAR_TOO_EARLY);
    } else if (Integer.parseInt(year) > thisYear) {
      problems.add(DateProblem.IN_THE_FUTURE);
    }
  }

  private void checkMonth(Set<DateProblem> problems) {
    if (month.isEmpty()) {
      if (!day.isEmpty()) {
        problems.add(DateProblem.DAY_WITHOUT_MONTH);
      }
    } else if (MonthNames.find(month).isEmpty()) {
      problems.add(DateProblem.NO_SUCH_MONTH);
    }
  }

  private void checkDay(Set<DateProblem> problems) {
    if (day.isEmpty()) {
      return;
    }
    if (!FIGURES.matcher(day).matches()) {
      problems.add(DateProblem.DAY_NOT_A_NUMBER);
    } else if (!couldExist(Integer.parseInt(day))) {
      problems.add(DateProblem.NO_SUCH_DAY);
    }
  }

  /** Judged with the month and year as far as they can be read, else with the longest of them. */
  private boolean couldExist(int number) {
    var named = MonthNames.find(month).orElse(Month.JANUARY);
    int leapYear = 2000;
    boolean knownYear = FOUR_FIGURES.matcher(year).matches();
    return PartialDate.exists(knownYear ? Integer.parseInt(year) : leapYear, named, number);
  }

  private boolean isAfter(LocalDate today) {
    var earliest =
        LocalDate.of(
            Integer.parseInt(year),
            MonthNames.find(month).orElse(Month.JANUARY),
            day.isEmpty() ? 1 : Integer.parseInt(day));
    return earliest.isAfter(today);
  }
}
