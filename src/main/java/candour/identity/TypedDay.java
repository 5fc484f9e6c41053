package candour.identity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The boxes of a question for one exact day, past or to come, as they were typed. Months may be
 * figures or English or Welsh names. A box that never arrived counts as empty.
 */
public record TypedDay(String day, String month, String year) {

  /** Nothing typed. */
  public static final TypedDay BLANK = new TypedDay(null, null, null);

  private static final Pattern FOUR_FIGURES = Pattern.compile("[0-9]{4}");
  private static final Pattern FIGURES = Pattern.compile("[0-9]{1,2}");

  /** Trims what was typed. */
  public TypedDay(@Nullable String day, @Nullable String month, @Nullable String year) {
    this.day = day == null ? "" : day.strip();
    this.month = month == null ? "" : month.strip();
    this.year = year == null ? "" : year.strip();
  }

  /** Whether nothing was typed. */
  public boolean lacksAll() {
    return day.isEmpty() && month.isEmpty() && year.isEmpty();
  }

  /** The day that is meant; empty if it is not whole, or there is no such day. */
  public Optional<LocalDate> exact() {
    boolean whole = FIGURES.matcher(day).matches() && FOUR_FIGURES.matcher(year).matches();
    return MonthNames.find(month)
        .filter(_ -> whole && Integer.parseInt(year) >= PartialDate.FIRST_YEAR)
        .filter(named -> PartialDate.exists(Integer.parseInt(year), named, Integer.parseInt(day)))
        .map(named -> LocalDate.of(Integer.parseInt(year), named, Integer.parseInt(day)));
  }
}
