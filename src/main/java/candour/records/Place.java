package candour.records;

import candour.platform.Refusal;
import candour.records.redaction.TextLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A place on a page: corners in fractions of the displayed page, from its top left corner. In an
 * address it takes no more than 20 characters, so that as many as a page can have fit into one.
 */
record Place(double left, double top, double right, double bottom) {

  private static final double GENEROUS = 0.002;
  private static final int STEPS = 9999;

  Place {
    if (!(left >= 0 && top >= 0 && right <= 1 && bottom <= 1)
        || !isWide(left, right)
        || !isWide(top, bottom)) {
      throw outside();
    }
  }

  /** A line of text and a little around it. */
  static Place over(TextLine line) {
    return new Place(
        Math.max(0, line.left() - GENEROUS),
        Math.max(0, line.top() - GENEROUS),
        Math.min(1, line.right() + GENEROUS),
        Math.min(1, line.bottom() + GENEROUS));
  }

  /** As it stands in a form between two clicks. */
  static Place parse(String text) {
    var parts = text.split(";", -1);
    try {
      if (parts.length == 4) {
        return new Place(
            Double.parseDouble(parts[0]),
            Double.parseDouble(parts[1]),
            Double.parseDouble(parts[2]),
            Double.parseDouble(parts[3]));
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw outside();
  }

  String text() {
    return "%s;%s;%s;%s".formatted(digits(left), digits(top), digits(right), digits(bottom));
  }

  /** The places as they stand in an address. */
  static String words(List<Place> places) {
    return places.stream()
        .map(place -> range(place.left, place.right, place.top, place.bottom))
        .collect(Collectors.joining("_"));
  }

  private static String range(double left, double right, double top, double bottom) {
    int x = step(left);
    int y = step(top);
    return "%d.%d.%d.%d".formatted(x, y, Math.max(x + 1, up(right)), Math.max(y + 1, up(bottom)));
  }

  private static int step(double fraction) {
    return Math.min(STEPS - 1, (int) (fraction * STEPS));
  }

  private static int up(double fraction) {
    return (int) Math.ceil(fraction * STEPS);
  }

  /** The places that stand in an address; one that is none is a {@link Refusal}. */
  static List<Place> list(String words) {
    return words.isEmpty()
        ? List.of()
        : Arrays.stream(words.split("_", -1))
            .limit(PageReview.MOST_MARKS)
            .map(Place::fromAddress)
            .toList();
  }

  private static Place fromAddress(String words) {
    try {
      var sides = Arrays.stream(words.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
      if (sides.length == 4 && IntStream.of(sides).allMatch(n -> n >= 0 && n <= STEPS)) {
        return new Place(
            (double) sides[0] / STEPS,
            (double) sides[1] / STEPS,
            (double) sides[2] / STEPS,
            (double) sides[3] / STEPS);
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw outside();
  }

  /** Whether nothing of it lies outside of the other, to the digits that are kept. */
  boolean liesIn(Place other) {
    return x().compareTo(other.x()) >= 0
        && y().compareTo(other.y()) >= 0
        && digits(right).compareTo(digits(other.right)) <= 0
        && digits(bottom).compareTo(digits(other.bottom)) <= 0;
  }

  BigDecimal x() {
    return digits(left);
  }

  BigDecimal y() {
    return digits(top);
  }

  BigDecimal width() {
    return digits(right).subtract(digits(left));
  }

  BigDecimal height() {
    return digits(bottom).subtract(digits(top));
  }

  /** Whether anything is left of it when it is kept. */
  private static boolean isWide(double from, double to) {
    return from < to && digits(from).compareTo(digits(to)) < 0;
  }

  private static BigDecimal digits(double fraction) {
    return BigDecimal.valueOf(fraction).setScale(6, RoundingMode.HALF_UP);
  }

  private static Refusal outside() {
    return new Refusal(Chosen.OUTSIDE);
  }
}
