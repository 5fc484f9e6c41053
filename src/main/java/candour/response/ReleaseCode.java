package candour.response;

import candour.platform.Identifiers;
import java.util.Locale;

/**
 * What reaches the person another way than the mail and opens the answer: ten characters of
 * Crockford's base 32, 50 bits.
 */
record ReleaseCode(String characters) {

  private static final int LENGTH = 10;

  static ReleaseCode random() {
    return new ReleaseCode(Identifiers.randomCode(LENGTH));
  }

  /** As typed: case, blanks and hyphens do not matter, nor do letters that look like digits. */
  static ReleaseCode typed(String text) {
    return new ReleaseCode(
        text.toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Z}\\p{Pd}]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1'));
  }

  /** In two groups of five, as it is printed. */
  String grouped() {
    return characters.substring(0, LENGTH / 2) + '-' + characters.substring(LENGTH / 2);
  }
}
