package candour.casework;

import candour.platform.Identifiers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code SAR-XXXX-XXXX}: a number that people can read out, and that opens nothing. */
final class CaseNumber {

  private static final Pattern SPOKEN = Pattern.compile("(?:SAR)?([0-9A-Z]{4})([0-9A-Z]{4})");

  private CaseNumber() {}

  static String random() {
    return "SAR-%s-%s".formatted(Identifiers.randomCode(4), Identifiers.randomCode(4));
  }

  /** As typed, with or without what every number begins with. */
  static Optional<String> read(String typed) {
    return Optional.of(SPOKEN.matcher(Identifiers.typedCode(typed)))
        .filter(Matcher::matches)
        .map(parts -> "SAR-%s-%s".formatted(parts.group(1), parts.group(2)));
  }
}
