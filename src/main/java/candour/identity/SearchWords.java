package candour.identity;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words by which officers find a person: of every name, folded as {@link Names#key} folds them, and
 * the postcode as one word.
 */
final class SearchWords {

  /** What lies beyond tells no two words apart. */
  private static final int LONGEST_WORD = 100;

  private static final int MOST_WORDS = 10;

  /** From this length on the beginning of a word will do; a shorter one is typed whole. */
  private static final int BEGINNING = 3;

  private static final Pattern POSTCODE =
      Pattern.compile("(?i)\\b([A-Z]{1,2}[0-9][0-9A-Z]?)\\s*([0-9][A-Z]{2})\\b");

  private SearchWords() {}

  /** Everything by which this requester can be found. */
  static Set<String> of(DataSubject subject, Requester requester) {
    var words = new LinkedHashSet<>(words(subject.fullName()));
    words.addAll(words(subject.otherNames()));
    if (requester.representative() != null) {
      words.addAll(words(requester.representative().fullName()));
    }
    if (requester.postalAddress() != null) {
      POSTCODE
          .matcher(requester.postalAddress())
          .results()
          .forEach(code -> words.addAll(words(code.group(1) + code.group(2))));
    }
    return words;
  }

  /**
   * What was typed, as PostgreSQL searches for it: every word must be found. An initial beside
   * longer words narrows nothing and is left out. Empty if there is no letter or digit in it.
   */
  static Optional<String> query(String typed) {
    var words = words(POSTCODE.matcher(typed).replaceAll("$1$2"));
    if (words.stream().anyMatch(word -> word.length() > 1)) {
      words.removeIf(word -> word.length() == 1);
    }
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            words.stream()
                .limit(MOST_WORDS)
                .map(word -> "'" + word + "'" + (word.length() < BEGINNING ? "" : ":*"))
                .collect(Collectors.joining(" & ")));
  }

  /** A word holds letters and digits alone, so none needs quoting. */
  private static Set<String> words(String text) {
    return Pattern.compile(" ")
        .splitAsStream(Names.folded(text))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, Math.min(word.length(), LONGEST_WORD)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
