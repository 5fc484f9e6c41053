package candour.identity;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the office minds when it reaches somebody, so that nobody who must not know comes to know.
 *
 * @param words how and when they can be reached safely; perhaps empty
 * @param noLetters whether nothing at all may come by post
 * @param lettersTo where letters go instead of their postal address, lines as on an envelope
 * @param noCalls whether nobody may ring
 * @param noMessages whether nobody may leave a message when they ring
 * @param word what the office says first, so that they know that it is really the office; perhaps
 *     empty
 */
public record Precautions(
    String words,
    boolean noLetters,
    @Nullable String lettersTo,
    boolean noCalls,
    boolean noMessages,
    String word) {

  /** A word, or a few: letters, blanks, hyphens and apostrophes, with which nobody says more. */
  public static final String WORD = "[\\p{L}\\p{M} '’-]{0,30}";

  /** What the office must not do. */
  public enum Not {
    LETTERS,
    CALLS,
    MESSAGES
  }

  /** What was said, in the words of a form. */
  public static Precautions said(
      Set<Not> not, @Nullable String lettersTo, String words, String word) {
    return new Precautions(
        words,
        not.contains(Not.LETTERS),
        lettersTo,
        not.contains(Not.CALLS),
        not.contains(Not.MESSAGES),
        word);
  }

  /** What the office must not do. */
  public Set<Not> not() {
    var not = EnumSet.noneOf(Not.class);
    if (noLetters) {
      not.add(Not.LETTERS);
    }
    if (noCalls) {
      not.add(Not.CALLS);
    }
    if (noMessages) {
      not.add(Not.MESSAGES);
    }
    return not;
  }

  /** Nothing in particular. */
  public static final Precautions NONE = new Precautions("", false, null, false, false, "");

  /** Blanks around what was typed do not count, and blanks alone are nothing. */
  public Precautions {
    words = words.strip();
    word = word.strip();
    lettersTo = lettersTo == null || lettersTo.isBlank() ? null : lettersTo.strip();
  }

  /** Whether there is something to mind. */
  public boolean isAny() {
    return !equals(NONE);
  }
}
