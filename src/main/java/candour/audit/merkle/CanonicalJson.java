package candour.audit.merkle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes JSON in its one canonical form (RFC 8785), so that equal facts give equal bytes. */
public final class CanonicalJson {

  /** Beyond this, numbers of JSON lose their last digits (RFC 7493 §2.2). */
  private static final long LARGEST = (1L << 53) - 1;

  private CanonicalJson() {}

  /**
   * Writes maps with text keys, lists, texts, whole numbers (int, long), booleans and null.
   *
   * @throws IllegalArgumentException for anything else, for numbers JSON cannot hold, and for
   *     broken Unicode
   */
  public static String write(@Nullable Object value) {
    var json = new StringBuilder();
    write(value, json);
    return json.toString();
  }

  private static void write(@Nullable Object value, StringBuilder json) {
    switch (value) {
      case null -> json.append("null");
      case Boolean truth -> json.append(truth);
      case String text -> quote(text, json);
      case Integer number -> json.append(number);
      case Long number -> json.append(integer(number));
      case List<?> list -> list(list, json);
      case Map<?, ?> map -> object(map, json);
      default -> throw new IllegalArgumentException("not for JSON: " + value.getClass().getName());
    }
  }

  private static void list(List<?> list, StringBuilder json) {
    json.append('[');
    var separator = "";
    for (Object element : list) {
      json.append(separator);
      write(element, json);
      separator = ",";
    }
    json.append(']');
  }

  /**
   * Members in the order of their names' UTF-16 units, which is the natural order of Java strings.
   */
  private static void object(Map<?, ?> map, StringBuilder json) {
    json.append('{');
    var separator = "";
    for (var member : new TreeMap<>(map).entrySet()) {
      json.append(separator);
      quote((String) member.getKey(), json);
      json.append(':');
      write(member.getValue(), json);
      separator = ",";
    }
    json.append('}');
  }

  private static void quote(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\') {
        json.append(escaped(c));
      } else if (Character.isSurrogate(c)) {
        json.appendCodePoint(supplementary(text, i++));
      } else {
        json.append(c);
      }
    }
    json.append('"');
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
  private static int supplementary(String text, int start) {
    int codePoint = text.codePointAt(start);
    if (!Character.isSupplementaryCodePoint(codePoint)) {
      throw new IllegalArgumentException("the text has half a surrogate pair");
    }
    return codePoint;
  }

  private static String integer(long number) {
    if (number > LARGEST || number < -LARGEST) {
      throw new IllegalArgumentException("write so large a number as text: " + number);
    }
    return Long.toString(number);
  }
}
