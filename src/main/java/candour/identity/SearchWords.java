package candour.identity;

import candour.identity.Clue.Passport.Whose;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words by which officers find a person: of every name, folded as {@link Names#key} folds them, the
 * numbers on their papers however they are divided, and each postcode as one word.
 */
final class SearchWords {

  /** What lies beyond tells no two words apart. */
  private static final int LONGEST_WORD = 100;

  private static final int MOST_WORDS = 10;

  /** From this length on the beginning of a word will do; a shorter one is typed whole. */
  private static final int BEGINNING = 3;

  /** So many letters may stand between the figures of a number, and so many parts make one. */
  private static final int FEW = 3;

  private static final int MOST_PARTS = 5;

  private static final Pattern FIGURE = Pattern.compile("\\p{N}");

  private static final Pattern POSTCODE =
      Pattern.compile("(?i)\\b([A-Z]{1,2}[0-9][0-9A-Z]?)\\s*([0-9][A-Z]{2})\\b");

  private SearchWords() {}

  /** Everything by which this requester can be found. */
  static Set<String> of(DataSubject subject, Requester requester, List<Clue> clues) {
    var words = new LinkedHashSet<>(words(subject.fullName()));
    words.addAll(words(subject.otherNames()));
    if (requester.representative() != null) {
      words.addAll(words(requester.representative().fullName()));
    }
    words.addAll(postcodes(requester.postalAddress()));
    words.addAll(postcodes(requester.precautions().lettersTo()));
    clues.forEach(clue -> words.addAll(words(clue)));
    return words;
  }

  private static Set<String> words(Clue clue) {
    return switch (clue) {
      case Clue.Reference(_, var number) -> numbers(number);
      case Clue.Passport(var whose, var number, _, var name) -> {
        var words = numbers(number);
        words.addAll(whose == Whose.MINE ? words(name) : Set.of());
        yield words;
      }
      case Clue.Addresses(var addresses) -> postcodes(addresses);
      case Clue.Arrival _, Clue.Born _, Clue.Nationality _ -> Set.of();
    };
  }

  private static Set<String> postcodes(@Nullable String addresses) {
    return POSTCODE
        .matcher(addresses == null ? "" : addresses)
        .results()
        .flatMap(code -> words(code.group(1) + code.group(2)).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The parts of each number, and what they make together. */
  private static Set<String> numbers(String text) {
    var words = words(text);
    text.lines()
        .map(SearchWords::parts)
        .forEach(parts -> {
          for (int from = 0; from < parts.size(); from++) {
            for (int to = from + 2; to <= Math.min(parts.size(), from + MOST_PARTS); to++) {
              joined(parts.subList(from, to)).ifPresent(words::add);
            }
          }
        });
    return words;
  }

  /** One number, if that is what the parts can be: figures, with few letters between. */
  private static Optional<String> joined(List<String> parts) {
    var joined = String.join("", parts);
    boolean isNumber =
        parts.size() > 1
            && parts.size() <= MOST_PARTS
            && joined.length() <= LONGEST_WORD
            && FIGURE.matcher(joined).find()
            && parts.stream().allMatch(it -> it.length() <= FEW || FIGURE.matcher(it).find());
    return isNumber ? Optional.of(joined) : Optional.empty();
  }

  /**
   * What was typed, as PostgreSQL searches for it: every word must be found, or the number that
   * they make together. An initial beside longer words narrows nothing and is left out. Empty if
   * there is no letter or digit in it.
   */
  static Optional<String> query(String typed) {
    var parts = parts(POSTCODE.matcher(typed).replaceAll("$1$2"));
    var words = new LinkedHashSet<>(parts);
    var number = joined(parts).map(it -> " | " + sought(it)).orElse("");
    if (words.stream().anyMatch(word -> word.length() > 1)) {
      words.removeIf(word -> word.length() == 1);
    }
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            words.stream()
                .limit(MOST_WORDS)
                .map(SearchWords::sought)
                .collect(Collectors.joining(" & ", "", number)));
  }

  private static String sought(String word) {
    return "'" + word + "'" + (word.length() < BEGINNING ? "" : ":*");
  }

  /** A word holds letters and digits alone, so none needs quoting. */
  private static List<String> parts(String text) {
    return Pattern.compile(" ")
        .splitAsStream(Names.folded(text))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, Math.min(word.length(), LONGEST_WORD)))
        .toList();
  }

  /** What is written there, and what it looks like. */
  private static Set<String> words(String text) {
    var words = new LinkedHashSet<>(parts(text));
    parts(text).stream().map(Lookalikes::seen).forEach(words::add);
    return words;
  }
}
