package candour.platform.security;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sent when their time had run out.
 *
 * @param who sent it, as {@link KeptForms} knows them again
 * @param keptAt in milliseconds since 1970
 * @param action the path that it was sent to
 * @param fields every field with its values, but for the form's token
 * @param files what was chosen in it, in its order
 */
record KeptForm(
    UUID id,
    String who,
    long keptAt,
    String action,
    Map<String, List<String>> fields,
    List<Chosen> files) {

  /**
   * A file that was chosen in a field of the form.
   *
   * @param kept whether it is sent with the form; else it has to be chosen again
   */
  record Chosen(String field, String name, @Nullable String mediaType, long length, boolean kept) {

    Chosen withKept(boolean kept) {
      return new Chosen(field, name, mediaType, length, kept);
    }
  }

  /** Names of files, of those that were kept or of those that were not. */
  List<String> names(boolean kept) {
    return files.stream().filter(it -> it.kept() == kept).map(Chosen::name).toList();
  }

  /**
   * The page in words: keys of what it may be called, the best first. Pages are named by the last
   * word of their address, parts of a case by the first word after it.
   */
  List<String> page() {
    var words = action.split("/");
    var last = words[words.length - 1];
    if (action.startsWith("/staff/cases/")) {
      var part = words.length > 4 ? words[4] : "overview";
      return List.of("layout.case." + part, part + ".title", "layout.case.overview");
    }
    var first = words.length > 2 ? words[2] : last;
    return List.of(last + ".title", first + ".title", "layout." + first);
  }

  /** What was written in words, the rest being ticks, numbers and names. */
  List<String> words() {
    return fields.values().stream()
        .flatMap(List::stream)
        .filter(value -> value.strip().contains(" "))
        .toList();
  }
}
