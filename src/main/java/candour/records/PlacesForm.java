package candour.records;

import candour.platform.Refusal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The places marked so far, and what is chosen besides; {@code action} is the button: add, remove-N
 * or decide.
 */
record PlacesForm(
    @Nullable String action,
    @Nullable List<String> place,
    @Nullable List<Integer> line,
    @Nullable String left,
    @Nullable String top,
    @Nullable String width,
    @Nullable String height)
    implements Chosen {

  static PlacesForm of(List<Place> places) {
    var words = places.stream().map(Place::text).toList();
    return new PlacesForm(null, words, null, null, null, null, null);
  }

  /** The places that wait in the form; one that is none, or one too many, is a {@link Refusal}. */
  List<Place> marked() {
    var words = Objects.requireNonNullElse(place, List.<String>of());
    if (words.size() > PageReview.MOST_MARKS) {
      throw new Refusal("too-many-marks");
    }
    return words.stream().map(Place::parse).toList();
  }

  String pressed() {
    return Objects.requireNonNullElse(action, "");
  }
}
