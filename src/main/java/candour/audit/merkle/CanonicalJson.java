package candour.audit.merkle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes JSON in its one canonical form (RFC 8785), so that equal facts give equal bytes. */
final class CanonicalJson {

  /** Beyond this, numbers of JSON lose their last digits (RFC 7493 §2.2). */
  private static final long LARGEST = (1L << 53) - 1;

  private CanonicalJson() {}

  /**
   * Writes maps with text keys, lists, texts, whole numbers (int, long), booleans and null.
   *
   * @throws IllegalArgumentException for anything else, for numbers JSON cannot hold, and for
   *     broken Unicode
   */
  static String write(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Boolean truth -> truth.toString();
      case String text -> quote(text);
      case Integer number -> number.toString();
      case Long number -> integer(number);
      case List<?> list ->
          list.stream().map(CanonicalJson::write).collect(Collectors.joining(",", "[", "]"));
      case Map<?, ?> map -> object(map);
      default -> throw new IllegalArgumentException("not for JSON: " + value.getClass().getName());
    };
  }

  /**
   * Members in the order of their names' UTF-16 units, which is the natural order of Java strings.
   */
  private static String object(Map<?, ?> map) {
    Map<String, @Nullable Object> sorted = new TreeMap<>();
    map.forEach((name, value) -> sorted.put((String) name, value));
    return sorted.entrySet().stream()
        .map(member -> quote(member.getKey()) + ":" + write(member.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quote(String text) {
    requireUnicode(text);
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\') {
        quoted.append(escaped(c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> "\\u%04x".formatted((int) c);
    };
  }

  /** Half a surrogate pair becomes a question mark in UTF-8. */
  private static void requireUnicode(String text) {
    if (!new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text)) {
      throw new IllegalArgumentException("the text has half a surrogate pair");
    }
  }

  private static String integer(long number) {
    if (number > LARGEST || number < -LARGEST) {
      throw new IllegalArgumentException("write so large a number as text: " + number);
    }
    return Long.toString(number);
  }
}
