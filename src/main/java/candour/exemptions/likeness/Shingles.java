package candour.exemptions.likeness;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Runs of four words, each as a number of 64 bits that every version of the portal must compute
 * alike, since it is kept. A text of fewer words is one run; one of none is its marks.
 */
final class Shingles {

  static final int WORDS = 4;

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Shingles() {}

  /** The runs in their order; as many as there are, and at least one unless the text is blank. */
  static long[] of(String text, List<Word> words) {
    if (words.isEmpty()) {
      return text.isBlank() ? new long[0] : new long[] {hash(text.replaceAll("(?U)\\s+", ""))};
    }
    var hashes = words.stream().mapToLong(word -> hash(word.normal())).toArray();
    int runs = Math.max(1, hashes.length - WORDS + 1);
    return IntStream.range(0, runs).mapToLong(i -> run(hashes, i)).toArray();
  }

  private static long run(long[] hashes, int first) {
    return Arrays.stream(hashes, first, Math.min(hashes.length, first + WORDS))
        .reduce(OFFSET, (run, word) -> mix(run * PRIME + word));
  }

  /** FNV-1a of the text's chars, its bits spread. */
  private static long hash(String word) {
    long hash =
        word.chars().asLongStream().reduce(OFFSET, (soFar, letter) -> (soFar ^ letter) * PRIME);
    return mix(hash);
  }

  /** The last step of SplitMix64: every bit of what goes in moves every bit of what comes out. */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Each run once, in the order of the numbers. */
  static long[] set(long[] runs) {
    return LongStream.of(runs).sorted().distinct().toArray();
  }

  /** How many numbers two such sets have in common. */
  static int common(long[] one, long[] other) {
    int common = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      int order = Long.compare(one[i], other[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common;
  }
}
