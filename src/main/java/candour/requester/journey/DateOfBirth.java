package candour.requester.journey;

import candour.identity.DateProblem;
import candour.identity.PartialDate;
import candour.identity.TypedDate;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date of birth as far as it is known.
 *
 * @param words what can be said instead of a date
 */
record DateOfBirth(
    @NotNull(message = "{date-of-birth.known.missing}") @Nullable Known known,
    TypedDate date,
    @Size(max = 200, message = "{date-of-birth.words.long}") String words)
    implements Answer {

  static final DateOfBirth BLANK = new DateOfBirth(null, null, null);

  enum Known {
    ALL_OR_PART,
    NOT_KNOWN
  }

  DateOfBirth(@Nullable Known known, @Nullable TypedDate date, @Nullable String words) {
    this.known = known;
    this.date = date == null ? TypedDate.BLANK : date;
    this.words = Answer.text(words);
  }

  /** What must change about the boxes; today is in London. */
  List<DateProblem> problems(LocalDate today) {
    return known == Known.ALL_OR_PART && date.read(today) instanceof TypedDate.Reading.Wrong wrong
        ? wrong.problems()
        : List.of();
  }

  boolean lacksWords() {
    return known == Known.NOT_KNOWN && words.isEmpty();
  }

  /**
   * The date as given.
   *
   * @throws IllegalStateException if there are problems
   */
  PartialDate born(LocalDate today) {
    if (known == Known.NOT_KNOWN) {
      return PartialDate.unknown(words);
    }
    return switch (date.read(today)) {
      case TypedDate.Reading.Given given -> given.date();
      case TypedDate.Reading.Wrong _ -> throw new IllegalStateException("The date has problems");
    };
  }

  @Override
  public List<Row> rows() {
    var born = born(LocalDate.MAX);
    return List.of(new Row("date-of-birth.row", List.of(GivenDate.line(born))));
  }
}
