package candour.records.redaction;

import java.util.stream.Stream;

/** Runs of plain letters and digits among bytes that are not text, one or two bytes a letter. */
final class BinaryText {

  private BinaryText() {}

  /** The runs of at least {@code shortest} characters, in lower case. */
  static Stream<String> runs(byte[] bytes, int shortest) {
    Stream.Builder<String> runs = Stream.builder();
    collect(bytes, 0, 1, shortest, runs);
    collect(bytes, 0, 2, shortest, runs);
    collect(bytes, 1, 2, shortest, runs);
    return runs.build();
  }

  /** A letter of two bytes is a zero and the letter (UTF-16, big-endian). */
  private static void collect(
      byte[] bytes, int from, int width, int shortest, Stream.Builder<String> runs) {
    var run = new StringBuilder();
    for (int i = from; i + width <= bytes.length; i += width) {
      char c = (char) (bytes[i + width - 1] & 0xff);
      boolean plain = isPlain(c) && (width == 1 || bytes[i] == 0);
      if (plain) {
        run.append(Character.toLowerCase(c));
      } else if (!run.isEmpty()) {
        keep(run, shortest, runs);
      }
    }
    keep(run, shortest, runs);
  }

  private static void keep(StringBuilder run, int shortest, Stream.Builder<String> runs) {
    if (run.length() >= shortest) {
      runs.add(run.toString());
    }
    run.setLength(0);
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
