package candour.requester.journey;

import candour.identity.DateProblem;
import candour.identity.PartialDate;
import candour.identity.TypedDate;
import candour.requester.journey.Answer.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.validation.Errors;

/** The boxes of a date that need not be filled; what is there must be a date. */
final class GivenDate {

  private GivenDate() {}

  /** The date, if one was typed; today is in London. */
  static Optional<PartialDate> read(TypedDate typed, LocalDate today) {
    return !typed.isBlank() && typed.read(today) instanceof TypedDate.Reading.Given(var date)
        ? Optional.of(date)
        : Optional.empty();
  }

  /** What must change about the boxes; today is in London. */
  static List<DateProblem> problems(TypedDate typed, LocalDate today) {
    return !typed.isBlank() && typed.read(today) instanceof TypedDate.Reading.Wrong wrong
        ? wrong.problems()
        : List.of();
  }

  /** Says at its box what must change about the date of that name. */
  static void reject(Errors errors, String name, List<DateProblem> problems) {
    for (var problem : problems) {
      errors.rejectValue(
          name + "." + problem.field().name().toLowerCase(Locale.ROOT), problem.messageKey());
    }
  }

  static Line line(PartialDate date) {
    return new Line.Sentence(date.displayKey(), date.displayArguments());
  }
}
