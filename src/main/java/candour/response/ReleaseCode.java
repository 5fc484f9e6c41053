package candour.response;

import candour.platform.Identifiers;

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
    return new ReleaseCode(Identifiers.typedCode(text));
  }

  /** In two groups of five, as it is printed. */
  String grouped() {
    return characters.substring(0, LENGTH / 2) + '-' + characters.substring(LENGTH / 2);
  }
}
