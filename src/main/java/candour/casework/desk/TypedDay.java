package candour.casework.desk;

import candour.identity.PartialDate;
import candour.identity.TypedDate;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The boxes of a day in London, as typed; months may be figures or names. */
record TypedDay(@Nullable String day, @Nullable String month, @Nullable String year) {

  static TypedDay orBlank(@Nullable TypedDay typed) {
    return typed == null ? new TypedDay("", "", "") : typed;
  }

  /** The day that was typed; empty if the boxes do not hold a day up to this one. */
  Optional<LocalDate> upTo(LocalDate today) {
    return switch (new TypedDate(day, month, year, false).read(today)) {
      case TypedDate.Reading.Given(PartialDate date) -> whole(date);
      case TypedDate.Reading.Wrong _ -> Optional.empty();
    };
  }

  /**
   * That day; where there is none the form's field {@code on} gets this error, and today stands in.
   */
  static LocalDate checked(TypedDay typed, LocalDate today, BindingResult errors, String problem) {
    var day = typed.upTo(today);
    if (day.isEmpty()) {
      errors.rejectValue("on", problem);
    }
    return day.orElse(today);
  }

  private static Optional<LocalDate> whole(PartialDate date) {
    return date.year() == null || date.month() == null || date.day() == null
        ? Optional.empty()
        : Optional.of(LocalDate.of(date.year(), date.month(), date.day()));
  }
}
