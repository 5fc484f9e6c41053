package candour.exemptions;

import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words about a determination that leave the office for the committee: they must not say whose
 * it is. What is searched for here is what a machine can find; the approver answers for the rest.
 */
public final class Summary {

  /** The least and the most that a summary says. */
  public static final int LEAST = 20;

  public static final int MOST = 2_000;

  /** What gives a person away. */
  public enum Fault {
    LENGTH,
    /** Figures: dates, postcodes, telephone and reference numbers have some. */
    DIGITS,
    DATE,
    ADDRESS,
    REFERENCE,
    NAME,
    OFFICER
  }

  /**
   * Who must not be named.
   *
   * @param people of the case, any part of whose names would say who it is
   * @param officers who would be named by their whole name
   */
  public record Names(List<String> people, List<String> officers) {

    public static final Names NONE = new Names(List.of(), List.of());
  }

  /** Months; those that are ordinary words of English count after a small letter only. */
  private static final Pattern MONTH =
      Pattern.compile(
          "\\b(January|February|April|June|July|August|September|October|November|December"
              + "|Ionawr|Chwefror|Mawrth|Ebrill|Mehefin|Gorffennaf|Tachwedd|Rhagfyr)\\b"
              + "|(?<=\\p{Ll},? )(March|May|Mai)\\b");

  private static final Pattern CASE_NUMBER =
      Pattern.compile("\\bSAR[- ]?[0-9A-Z]{4}[- ]?[0-9A-Z]{4}\\b");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  private Summary() {}

  /** What is wrong with a summary, if anything. */
  public static Set<Fault> faults(String words, Names names) {
    var faults = EnumSet.noneOf(Fault.class);
    if (!Words.say(words, LEAST) || words.codePointCount(0, words.length()) > MOST) {
      faults.add(Fault.LENGTH);
    }
    if (words.codePoints().anyMatch(Character::isDigit)) {
      faults.add(Fault.DIGITS);
    }
    if (MONTH.matcher(words).find()) {
      faults.add(Fault.DATE);
    }
    if (words.contains("@")) {
      faults.add(Fault.ADDRESS);
    }
    if (CASE_NUMBER.matcher(words).find()) {
      faults.add(Fault.REFERENCE);
    }
    if (namesPartOf(names.people(), words)) {
      faults.add(Fault.NAME);
    }
    if (namesWhole(names.officers(), words)) {
      faults.add(Fault.OFFICER);
    }
    return faults;
  }

  /** A part of a name counts where it is written as a name: {@code Hope}, not {@code hope}. */
  private static boolean namesPartOf(Collection<String> names, String words) {
    var written = words(words).filter(Summary::isWrittenAsName).map(Summary::plain);
    var parts = names.stream().flatMap(Summary::parts).collect(Collectors.toSet());
    return written.anyMatch(parts::contains);
  }

  /** Other names come in sentences: of these only what is written as a name is part of one. */
  private static Stream<String> parts(String name) {
    var all = words(name).filter(part -> part.length() > 1).toList();
    var asNames = all.stream().filter(Summary::isWrittenAsName).toList();
    return (asNames.isEmpty() ? all : asNames).stream().map(Summary::plain);
  }

  /** A name of one word is a word as well. */
  private static boolean namesWhole(Collection<String> names, String words) {
    var written = joined(words);
    return names.stream()
        .map(Summary::joined)
        .filter(name -> name.strip().contains(" "))
        .anyMatch(written::contains);
  }

  private static String joined(String words) {
    return words(words).map(Summary::plain).collect(Collectors.joining(" ", " ", " "));
  }

  private static boolean isWrittenAsName(String word) {
    return !Character.isLowerCase(word.codePointAt(0));
  }

  private static Stream<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group);
  }

  private static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
