package candour.oversight.figures;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Disclosure control for a split of a published total: counts from 1 to 7 are confidential, 0 is
 * shown, others are rounded to the nearest 5. The total is public and exact, and so is this rule:
 * wherever the two would give a count away, the next smallest cells are withheld with it, all of
 * one size together, since which of them was taken would tell.
 */
final class Suppression {

  private static final long LARGEST_WITHHELD = 7;

  private Suppression() {}

  /** The cells in their order; the counts must all belong to one published total. */
  static List<Cell> split(List<Long> counts) {
    var withheld = positions(counts).filter(i -> isSmall(counts.get(i))).boxed().collect(sorted());
    while (givenAway(counts, withheld) && withheld.size() < counts.size()) {
      withheld.addAll(nextSmallest(counts, withheld));
    }
    return positions(counts)
        .mapToObj(i -> withheld.contains(i) ? new Cell.Confidential() : shown(counts.get(i)))
        .toList();
  }

  /** Whether their sum, which follows from the total, tells each of them. */
  private static boolean givenAway(List<Long> counts, SortedSet<Integer> withheld) {
    long sum = withheld.stream().mapToLong(counts::get).sum();
    return withheld.size() == 1
        || (!withheld.isEmpty()
            && (sum == withheld.size() || sum == LARGEST_WITHHELD * withheld.size()));
  }

  /** The rest's smallest but nought; noughts where there is nothing else. */
  private static SortedSet<Integer> nextSmallest(List<Long> counts, SortedSet<Integer> withheld) {
    long next =
        positions(counts)
            .filter(i -> !withheld.contains(i) && counts.get(i) > 0)
            .mapToLong(counts::get)
            .min()
            .orElse(0);
    return positions(counts).filter(i -> counts.get(i) == next).boxed().collect(sorted());
  }

  private static IntStream positions(List<Long> counts) {
    return IntStream.range(0, counts.size());
  }

  private static Collector<Integer, ?, SortedSet<Integer>> sorted() {
    return Collectors.toCollection(TreeSet::new);
  }

  private static boolean isSmall(long n) {
    return n > 0 && n <= LARGEST_WITHHELD;
  }

  private static Cell shown(long n) {
    return n == 0 ? new Cell.Exact(0) : new Cell.Rounded((n + 2) / 5 * 5);
  }
}
