package candour.exemptions.deciding;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The three boxes of a day in London, as typed. */
record TypedDay(@Nullable String day, @Nullable String month, @Nullable String year) {

  static final TypedDay BLANK = new TypedDay("", "", "");

  static TypedDay of(LocalDate day) {
    return new TypedDay(
        String.valueOf(day.getDayOfMonth()),
        String.valueOf(day.getMonthValue()),
        String.valueOf(day.getYear()));
  }

  /** The day that was typed, if the boxes hold one. */
  Optional<LocalDate> read() {
    try {
      return Optional.of(LocalDate.of(number(year), number(month), number(day)));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static int number(@Nullable String typed) {
    return Integer.parseInt(typed == null ? "" : typed);
  }
}
