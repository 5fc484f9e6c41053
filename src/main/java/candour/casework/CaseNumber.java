package candour.casework;

import candour.platform.Identifiers;
import java.util.Locale;
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

  /** As typed: capitals, blanks, hyphens and the letters taken for digits do not matter. */
  static Optional<String> read(String typed) {
    var plain = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s‐-―-]", "");
    return Optional.of(SPOKEN.matcher(plain))
        .filter(Matcher::matches)
        .map(parts -> "SAR-%s-%s".formatted(digits(parts.group(1)), digits(parts.group(2))));
  }

  private static String digits(String code) {
    return code.replace('O', '0').replace('I', '1').replace('L', '1');
  }
}
