package candour.casework.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a summary list, ready to be read: what it is about, and what there is to say, line by
 * line.
 */
record Row(String key, List<String> lines) {

  /** A row with these lines, without those that are blank. */
  static Row of(String key, @Nullable String... lines) {
    var said = new ArrayList<String>();
    for (var line : lines) {
      if (line != null && !line.isBlank()) {
        said.add(line.strip());
      }
    }
    return new Row(key, List.copyOf(said));
  }
}
