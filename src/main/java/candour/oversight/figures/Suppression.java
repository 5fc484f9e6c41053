package candour.oversight.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Disclosure control for a split of a published total: counts from 1 to 7 are confidential, 0 is
 * shown, others are rounded to the nearest 5. Because the total is public and exact, one
 * confidential cell alone could be worked out from the rest: then a second cell is withheld with
 * it, the smallest there is.
 */
final class Suppression {

  private static final long SMALLEST_SHOWN = 8;

  private Suppression() {}

  /** The cells in their order; the counts must all belong to one published total. */
  public static List<Cell> split(List<Long> counts) {
    var withheld = new ArrayList<Integer>();
    IntStream.range(0, counts.size()).filter(i -> isSmall(counts.get(i))).forEach(withheld::add);
    if (withheld.size() == 1) {
      IntStream.range(0, counts.size())
          .filter(i -> !withheld.contains(i))
          .boxed()
          .min(
              Comparator.comparingLong(
                  (Integer i) -> counts.get(i) == 0 ? Long.MAX_VALUE : counts.get(i)))
          .ifPresent(withheld::add);
    }
    return IntStream.range(0, counts.size())
        .mapToObj(i -> withheld.contains(i) ? new Cell.Confidential() : shown(counts.get(i)))
        .toList();
  }

  private static boolean isSmall(long n) {
    return n > 0 && n < SMALLEST_SHOWN;
  }

  private static Cell shown(long n) {
    return n == 0 ? new Cell.Exact(0) : new Cell.Rounded((n + 2) / 5 * 5);
  }
}
