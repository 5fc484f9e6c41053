package candour.ledger;

import java.util.Locale;

/** A word of one of the ledger's closed vocabularies. */
public interface Term {

  /** The key of what people are shown instead of the word. */
  String messageKey();

  /** The key of a word: {@code disclosure.asked-by.home-office}. */
  static String key(String vocabulary, String word) {
    return "disclosure." + vocabulary + "." + word.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
