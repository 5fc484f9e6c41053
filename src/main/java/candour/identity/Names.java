package candour.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared, wherever they were written down. */
public final class Names {

  /** Longer than any name that is kept; what lies beyond does not tell people apart. */
  private static final int LONGEST_KEY = 300;

  private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019\u02bc`]");

  /** Signs that nobody sees: they join letters, part them, or turn the line round. */
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Names() {}

  /**
   * The form in which two spellings of one name are equal: without regard to case, accents,
   * apostrophes, hyphens, spacing and signs that nobody sees. Empty if there is no letter or digit
   * in it.
   */
  public static String key(String name) {
    var key = folded(name);
    return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY).strip();
  }

  /** As {@link #key}, however long: words of letters and digits with one blank between. */
  static String folded(String name) {
    var seen = UNSEEN.matcher(name).replaceAll("");
    var folded = seen.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    var plain = ACCENTS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFKD)).replaceAll("");
    var joined = APOSTROPHES.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
    return BETWEEN_WORDS.matcher(letters(joined)).replaceAll(" ").strip();
  }

  /** Letters that do not come apart into a letter and an accent. */
  private static String letters(String text) {
    return text.replace("ø", "o")
        .replace("ł", "l")
        .replace("đ", "d")
        .replace("ð", "d")
        .replace("þ", "th")
        .replace("æ", "ae")
        .replace("œ", "oe")
        .replace("ı", "i");
  }
}
