package candour.records;

import candour.platform.Refusal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rectangle as it is typed: per cent of the page from its left and top edges. */
record Rectangle(double left, double top, double width, double height) {

  /**
   * Nothing where all four fields are empty; where some are, or are not numbers, a {@link Refusal}.
   */
  static Optional<Rectangle> parse(PageReview form) {
    var typed =
        Stream.of(form.left(), form.top(), form.width(), form.height())
            .map(Rectangle::clean)
            .toList();
    if (typed.stream().allMatch(String::isEmpty)) {
      return Optional.empty();
    }
    try {
      var n = typed.stream().map(t -> Double.parseDouble(t) / 100).toList();
      return Optional.of(new Rectangle(n.get(0), n.get(1), n.get(2), n.get(3)));
    } catch (NumberFormatException e) {
      throw new Refusal("mark-outside-page");
    }
  }

  private static String clean(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "").replace("%", "").replace(',', '.').strip();
  }

  Mark mark(Ground ground) {
    return new Mark(left, top, left + width, top + height, ground);
  }
}
