package candour.exemptions.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A reason as it is compared with others: by the share of runs of four words that two texts have in
 * common. Copied words are what makes a decision one in bulk (DPA 2018 Sch 2 para 4A(2)).
 */
public final class ReasonText {

  /** Two texts of which at least this share is common are alike. */
  public static final double ALIKE = 0.6;

  /**
   * How many numbers are kept of a text to find it by. Two texts that are just alike then have at
   * least two of sixteen in common but for once in 90,000 times: 0.4<sup>16</sup> + 16 · 0.6 ·
   * 0.4<sup>15</sup>.
   */
  public static final int SKETCH = 16;

  private final String text;
  private final List<Word> words;
  private final long[] runs;
  private final long[] set;

  private ReasonText(String text) {
    this.text = text;
    this.words = WordReader.read(text);
    this.runs = Shingles.of(text, words);
    this.set = Shingles.set(runs);
  }

  public static ReasonText of(String text) {
    return new ReasonText(text);
  }

  /** The smallest numbers of the text, by which like texts are found; none of a blank one. */
  public List<Long> sketch() {
    return Arrays.stream(set).limit(SKETCH).boxed().toList();
  }

  /** The share of all runs of both that both have: 1 for the same words, 0 for a blank text. */
  public double share(ReasonText other) {
    int common = Shingles.common(set, other.set);
    int all = set.length + other.set.length - common;
    return all == 0 ? 0 : (double) common / all;
  }

  /** The whole text in its order, cut where what the other text has too begins and ends. */
  public List<Span> against(ReasonText other) {
    if (words.isEmpty()) {
      return text.isEmpty() ? List.of() : List.of(new Span(text, share(other) == 1));
    }
    var spans = new ArrayList<Span>();
    var shared = shared(other);
    int written = 0;
    for (int word = shared.nextSetBit(0); word >= 0; ) {
      int end = shared.nextClearBit(word);
      add(spans, written, words.get(word).from(), false);
      written = words.get(end - 1).to();
      add(spans, words.get(word).from(), written, true);
      word = shared.nextSetBit(end);
    }
    add(spans, written, text.length(), false);
    return List.copyOf(spans);
  }

  private BitSet shared(ReasonText other) {
    var shared = new BitSet(words.size());
    for (int run = 0; run < runs.length; run++) {
      if (Arrays.binarySearch(other.set, runs[run]) >= 0) {
        shared.set(run, Math.min(words.size(), run + Shingles.WORDS));
      }
    }
    return shared;
  }

  private void add(List<Span> spans, int from, int to, boolean isShared) {
    if (from < to) {
      spans.add(new Span(text.substring(from, to), isShared));
    }
  }
}
