package candour.platform.security;

import java.util.List;
import java.util.Map;

/**
 * What somebody sent when their time had run out.
 *
 * @param who sent it, as {@link KeptForms} knows them again
 * @param keptAt in milliseconds since 1970
 * @param action the path that it was sent to
 * @param fields every field with its values, but for the form's token
 */
record KeptForm(String who, long keptAt, String action, Map<String, List<String>> fields) {

  /** What was written in words, the rest being ticks, numbers and names. */
  List<String> words() {
    return fields.values().stream()
        .flatMap(List::stream)
        .filter(value -> value.strip().contains(" "))
        .toList();
  }
}
