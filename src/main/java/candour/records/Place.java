package candour.records;

import candour.platform.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Where a mark is, without its ground: corners in fractions of the displayed page. In an address it
 * takes no more than 20 characters, so that as many as a page can have fit into one.
 */
record Place(double left, double top, double right, double bottom) {

  private static final double STEPS = 9999;

  /** The places as they stand in an address. */
  static String words(List<Mark> marks) {
    return marks.stream()
        .map(mark ->
            DoubleStream.of(mark.left(), mark.top(), mark.right(), mark.bottom())
                .mapToObj(fraction -> String.valueOf(Math.round(fraction * STEPS)))
                .collect(Collectors.joining(".")))
        .collect(Collectors.joining("_"));
  }

  /** The places that stand in an address; one that is none is a {@link Refusal}. */
  static List<Place> list(String words) {
    return words.isEmpty()
        ? List.of()
        : Arrays.stream(words.split("_", -1))
            .limit(PageReview.MOST_MARKS)
            .map(Place::parse)
            .toList();
  }

  private static Place parse(String words) {
    try {
      var sides =
          Arrays.stream(words.split("\\.", -1)).map(n -> Integer.parseInt(n) / STEPS).toList();
      if (sides.size() == 4 && sides.stream().allMatch(side -> side >= 0 && side <= 1)) {
        return new Place(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new Refusal("mark-outside-page");
  }
}
