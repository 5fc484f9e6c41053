package candour.records;

import candour.platform.Refusal;
import candour.records.redaction.TextLine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What is chosen on the picture of a page: lines of its text, counted from 0, and a rectangle,
 * typed in per cent of the page from its left and top edges.
 */
interface Chosen {

  /** The rule that refuses what is not a place on the page. */
  String OUTSIDE = "mark-outside-page";

  @Nullable List<Integer> line();

  @Nullable String left();

  @Nullable String top();

  @Nullable String width();

  @Nullable String height();

  /**
   * The places chosen; a rectangle of which some fields are empty, or no numbers, is a {@link
   * Refusal}.
   */
  default List<Place> places(List<TextLine> lines) {
    var chosen =
        Objects.requireNonNullElse(line(), List.<Integer>of()).stream()
            .filter(Objects::nonNull)
            .filter(i -> i >= 0 && i < lines.size())
            .map(i -> Place.over(lines.get(i)));
    return Stream.concat(chosen, rectangle().stream()).toList();
  }

  /** Says beside the rectangle what is wrong with it, and of the whole form everything else. */
  static void reject(Refusal refusal, Errors errors) {
    var field = refusal.rule().equals(OUTSIDE) ? "left" : null;
    errors.rejectValue(field, "refusal." + refusal.rule());
  }

  private Optional<Place> rectangle() {
    var typed = Stream.of(left(), top(), width(), height()).map(Chosen::clean).toList();
    if (typed.stream().allMatch(String::isEmpty)) {
      return Optional.empty();
    }
    try {
      var n = typed.stream().map(t -> Double.parseDouble(t) / 100).toList();
      return Optional.of(new Place(n.get(0), n.get(1), n.get(0) + n.get(2), n.get(1) + n.get(3)));
    } catch (NumberFormatException e) {
      throw new Refusal(OUTSIDE);
    }
  }

  private static String clean(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "").replace("%", "").replace(',', '.').strip();
  }
}
