package candour.exemptions;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words about a determination that leave the office for the committee: they must not say whose
 * it is.
 */
public final class Summary {

  /** The least and the most that a summary says. */
  public static final int LEAST = 20;

  public static final int MOST = 2_000;

  /** What gives a person away. */
  public enum Fault {
    LENGTH,
    DIGITS,
    DATE,
    ADDRESS,
    NAME
  }

  /** Months that are no ordinary word of English or Welsh as well. */
  private static final Pattern MONTH =
      Pattern.compile(
          "\\b(January|February|April|June|July|August|September|October|November|December"
              + "|Ionawr|Chwefror|Mawrth|Ebrill|Mehefin|Gorffennaf|Tachwedd|Rhagfyr)\\b");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  private Summary() {}

  /**
   * What is wrong with a summary, if anything.
   *
   * @param subjectName the person's full name, any part of which would say who it is; empty where
   *     it is not known
   */
  public static Set<Fault> faults(String words, String subjectName) {
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
    if (names(words, subjectName)) {
      faults.add(Fault.NAME);
    }
    return faults;
  }

  /** A part of the name counts where it is written as a name: {@code Hope}, not {@code hope}. */
  private static boolean names(String words, String subjectName) {
    var parts =
        Arrays.stream(subjectName.split("[^\\p{L}\\p{M}]+")).filter(part -> part.length() > 1);
    var written =
        WORD.matcher(words)
            .results()
            .map(word -> word.group())
            .filter(word -> !Character.isLowerCase(word.codePointAt(0)))
            .toList();
    return parts.anyMatch(part -> written.stream().anyMatch(part::equalsIgnoreCase));
  }
}
