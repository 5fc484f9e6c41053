package candour.audit.merkle;

import java.util.Base64;

/**
 * Reads text that has exactly one spelling, so that nothing can be changed without a reader
 * noticing.
 */
final class Strict {

  private Strict() {}

  /** Standard Base64 with padding (RFC 4648 §4); a second spelling of the same bytes is refused. */
  static byte[] base64(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new NotProven("not Base64: " + text);
    }
    NotProven.unless(base64(bytes).equals(text), "not canonical Base64: " + text);
    return bytes;
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** A non-negative decimal number without leading zeros. */
  static long number(String text) {
    NotProven.unless(text.matches("0|[1-9][0-9]{0,18}"), "not a number: " + text);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new NotProven("number too large: " + text);
    }
  }

  /** The value of a line that must start with {@code name} and a space. */
  static String field(String line, String name) {
    NotProven.unless(
        line.startsWith(name + " "), "expected a line '" + name + " …', found: " + line);
    return line.substring(name.length() + 1);
  }
}
