package candour.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date of long ago exactly as it was given. Whoever knows only "about 1962" has said just that,
 * and no day or month is ever made up for them.
 *
 * @param year 1880 or later; null if the date is unknown
 * @param month null if it was not given; never without a year
 * @param day null if it was not given; never without a month
 * @param approximate whether the person said "about"
 * @param words what the person said instead of a date ("the year of the big flood"), perhaps blank;
 *     null unless the date is unknown
 */
public record PartialDate(
    @Nullable Integer year,
    @Nullable Month month,
    @Nullable Integer day,
    boolean approximate,
    @Nullable String words) {

  /** Nobody alive was born before it. */
  public static final int FIRST_YEAR = 1880;

  /**
   * Checks that the parts fit together.
   *
   * @throws IllegalArgumentException if a part lacks the larger one, or there is no such day
   */
  public PartialDate {
    boolean fits =
        year == null
            ? month == null && day == null && !approximate && words != null
            : year >= FIRST_YEAR && (month != null || day == null) && words == null;
    if (!fits || (year != null && month != null && day != null && !exists(year, month, day))) {
      throw new IllegalArgumentException("Not a date as people give it");
    }
  }

  /** A year alone. */
  public static PartialDate of(int year) {
    return new PartialDate(year, null, null, false, null);
  }

  /** A month of a year. */
  public static PartialDate of(int year, Month month) {
    return new PartialDate(year, month, null, false, null);
  }

  /** A day. */
  public static PartialDate of(int year, Month month, int day) {
    return new PartialDate(year, month, day, false, null);
  }

  /** No date, only what the person could say about it. */
  public static PartialDate unknown(String words) {
    return new PartialDate(null, null, null, false, words);
  }

  /** The same date, said with "about". */
  public PartialDate about() {
    return new PartialDate(year, month, day, true, words);
  }

  /**
   * Whether whoever was born then has certainly lived so many years; what is "about" or unknown is
   * not certain.
   *
   * @param today in London
   */
  public boolean isCertainlyAged(int years, LocalDate today) {
    return !approximate && year != null && !latest(year).plusYears(years).isAfter(today);
  }

  private LocalDate latest(int given) {
    var last = month == null ? Month.DECEMBER : month;
    return day == null
        ? LocalDate.of(given, last, 1).with(TemporalAdjusters.lastDayOfMonth())
        : LocalDate.of(given, last, day);
  }

  /** Whether no date was given at all. */
  public boolean isUnknown() {
    return year == null;
  }

  /** The key of the sentence, such as {@code date.about-year}; takes {@link #displayArguments}. */
  public String displayKey() {
    var about = approximate ? "about-" : "";
    return switch (precision()) {
      case NONE -> words == null || words.isBlank() ? "date.none" : "date.unknown";
      case YEAR -> "date." + about + "year";
      case MONTH -> "date." + about + "month";
      case DAY -> "date." + about + "day";
    };
  }

  /**
   * The parts that were given, largest last: day, month as {@code date.month.3}, year; or the words
   * of an unknown date. Numbers are text already, so that no 1,962 appears.
   */
  public List<String> displayArguments() {
    if (year == null) {
      return List.of(words == null ? "" : words);
    }
    var parts = new ArrayList<String>();
    if (day != null) {
      parts.add(day.toString());
    }
    if (month != null) {
      parts.add("date.month." + month.getValue());
    }
    parts.add(year.toString());
    return List.copyOf(parts);
  }

  /** Sorts by time as text, the vaguer before the more exact; unknown dates come last. */
  public String sortKey() {
    return switch (precision()) {
      case NONE -> "unknown";
      case YEAR -> "%04d".formatted(year);
      case MONTH -> "%04d-%02d".formatted(year, monthNumber());
      case DAY -> "%04d-%02d-%02d".formatted(year, monthNumber(), day);
    };
  }

  static boolean exists(int year, Month month, int day) {
    try {
      return LocalDate.of(year, month, day).getDayOfMonth() == day;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  private int monthNumber() {
    return month == null ? 0 : month.getValue();
  }

  private Precision precision() {
    if (year == null) {
      return Precision.NONE;
    }
    if (month == null) {
      return Precision.YEAR;
    }
    return day == null ? Precision.MONTH : Precision.DAY;
  }

  private enum Precision {
    NONE,
    YEAR,
    MONTH,
    DAY
  }
}
