package candour.requester.journey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody answered on one page; as a record it is the page's form as well. */
interface Answer {

  /** How the answer reads on the page where all are checked. */
  List<Row> rows();

  /**
   * One question and what was answered to it.
   *
   * @param title the key of the question in short
   */
  record Row(String title, List<Line> lines) {}

  /** A line of an answer. */
  sealed interface Line {

    /** The person's own words. */
    record Typed(String words) implements Line {}

    /**
     * A sentence of ours.
     *
     * @param arguments texts, or the keys of months
     */
    record Sentence(String key, List<String> arguments) implements Line {}
  }

  /** A row with a sentence of ours. */
  static Row row(String title, String key) {
    return new Row(title, List.of(sentence(key)));
  }

  /** A row with the person's own words, or the sentence that says there are none. */
  static Row typed(String title, String words) {
    return words.isEmpty()
        ? row(title, "check-your-answers.none")
        : new Row(title, List.of(new Line.Typed(words)));
  }

  static Line sentence(String key) {
    return new Line.Sentence(key, List.of());
  }

  /** What was typed; a field that never arrived counts as empty. */
  static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
