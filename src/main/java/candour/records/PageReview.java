package candour.records;

import candour.platform.Refusal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen for a page so far; {@code action} is the button: release, withhold, add, remove-N
 * or redact.
 */
record PageReview(
    @Nullable String action,
    @Nullable List<String> mark,
    @Nullable List<Integer> line,
    @Nullable String left,
    @Nullable String top,
    @Nullable String width,
    @Nullable String height,
    @Nullable String markGround,
    @Nullable String ground)
    implements Chosen {

  /** As many places as a page can have blacked out. */
  static final int MOST_MARKS = 200;

  /** A form with these marks and perhaps a ground, and nothing else chosen. */
  static PageReview of(List<Mark> marks, @Nullable String ground) {
    var words = marks.stream().map(Mark::text).toList();
    return new PageReview(null, words, null, null, null, null, null, ground, ground);
  }

  /** The marks that wait in the form; one that is none, or one too many, is a {@link Refusal}. */
  List<Mark> marks() {
    var words = Objects.requireNonNullElse(mark, List.<String>of());
    if (words.size() > MOST_MARKS) {
      throw new Refusal("too-many-marks");
    }
    return words.stream().map(Mark::parse).toList();
  }

  String pressed() {
    return Objects.requireNonNullElse(action, "");
  }
}
