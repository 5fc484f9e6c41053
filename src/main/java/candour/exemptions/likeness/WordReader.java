package candour.exemptions.likeness;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the words off a text in one pass. What is easily changed in a copy does not count: case,
 * accents, which figures stand there, punctuation, white space, invisible characters, tags.
 */
final class WordReader {

  /** What opens with an angle bracket and does not close within as many chars is no tag. */
  private static final int LONGEST_TAG = 200;

  private final String text;
  private final List<Word> words = new ArrayList<>();
  private int from = -1;
  private int to = -1;

  private WordReader(String text) {
    this.text = text;
  }

  static List<Word> read(String text) {
    return new WordReader(text).read();
  }

  private List<Word> read() {
    for (int at = 0; at < text.length(); ) {
      int tag = endOfTag(at);
      if (tag > at) {
        end();
        at = tag;
      } else {
        int point = text.codePointAt(at);
        take(point, at);
        at += Character.charCount(point);
      }
    }
    end();
    return List.copyOf(words);
  }

  private void take(int point, int at) {
    if (belongs(point)) {
      from = from < 0 ? at : from;
      to = at + Character.charCount(point);
    } else if (!isPassedOver(point)) {
      end();
    }
  }

  private static boolean belongs(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> Character.isLetterOrDigit(point);
    };
  }

  /** Apostrophes and what is not seen, such as soft hyphens, part no word. */
  private static boolean isPassedOver(int point) {
    return point == '\'' || point == '’' || Character.getType(point) == Character.FORMAT;
  }

  private void end() {
    if (from >= 0) {
      words.add(new Word(normal(text.substring(from, to)), from, to));
      from = -1;
    }
  }

  private int endOfTag(int at) {
    if (text.charAt(at) != '<' || at + 1 == text.length()) {
      return at;
    }
    char next = text.charAt(at + 1);
    if (next != '/' && next != '!' && !Character.isLetter(next)) {
      return at;
    }
    for (int i = at + 1; i < Math.min(text.length(), at + LONGEST_TAG); i++) {
      if (text.charAt(i) == '>') {
        return i + 1;
      }
    }
    return at;
  }

  private static String normal(String word) {
    var plain = new StringBuilder(word.length());
    Normalizer.normalize(word, Normalizer.Form.NFKD)
        .codePoints()
        .filter(point -> Character.isLetterOrDigit(point))
        .forEach(point -> append(plain, point));
    return plain.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** A run of figures counts as one nought. */
  private static void append(StringBuilder plain, int point) {
    if (!Character.isDigit(point)) {
      plain.appendCodePoint(point);
    } else if (plain.isEmpty() || plain.charAt(plain.length() - 1) != '0') {
      plain.append('0');
    }
  }
}
