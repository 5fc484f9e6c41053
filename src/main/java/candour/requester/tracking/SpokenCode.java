package candour.requester.tracking;

import java.util.Locale;

/** Codes as people type them (Crockford's base 32). */
final class SpokenCode {

  private SpokenCode() {}

  /** The code meant: capitals, blanks, hyphens and the letters taken for digits do not matter. */
  static String read(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s‐-―-]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }
}
