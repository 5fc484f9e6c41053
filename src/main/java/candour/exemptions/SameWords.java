package candour.exemptions;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** Names what is written by what it says, so that the same thing sent twice is there once. */
final class SameWords {

  private SameWords() {}

  static UUID name(Object... parts) {
    var all =
        Arrays.stream(parts)
            .map(String::valueOf)
            .map(part -> part.length() + ":" + part)
            .collect(Collectors.joining());
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
  }
}
