package candour.requester.redress;

import candour.casework.Complaint.Cause;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A complaint while it is written, page by page: each page carries what was said on the others, so
 * that neither a second tab nor a step back loses anything.
 *
 * @param step the page that was answered
 * @param change the page that they want to see again; null to go on
 */
record Complaining(Set<Cause> about, String words, Step step, @Nullable Step change) {

  /** As for every text that people write. */
  private static final int MOST = 20_000;

  /** The pages, in their order. */
  enum Step {
    ABOUT,
    WORDS,
    CHECK
  }

  Complaining(
      @Nullable Set<Cause> about,
      @Nullable String words,
      @Nullable Step step,
      @Nullable Step change) {
    this.about = about == null ? Set.of() : new TreeSet<>(about);
    this.words = words == null ? "" : words.strip().replace("\r\n", "\n");
    this.step = step == null ? Step.ABOUT : step;
    this.change = change;
  }

  /** The page to show next, with its errors; null where everything is said and checked. */
  @Nullable Step next(BindingResult errors) {
    if (errors.hasErrors() || lacksCause(errors)) {
      return Step.ABOUT;
    }
    if (change != null) {
      return change;
    }
    return switch (step) {
      case ABOUT -> Step.WORDS;
      case WORDS -> hasBadWords(errors) ? Step.WORDS : Step.CHECK;
      case CHECK -> hasBadWords(errors) ? Step.WORDS : null;
    };
  }

  private boolean lacksCause(BindingResult errors) {
    if (about.isEmpty()) {
      errors.rejectValue("about", "complaint.about.missing");
    }
    return about.isEmpty();
  }

  private boolean hasBadWords(BindingResult errors) {
    if (words.length() > MOST) {
      errors.rejectValue("words", "complaint.words.long");
    } else if (words.isEmpty() && about.contains(Cause.OTHER)) {
      errors.rejectValue("words", "complaint.words.missing");
    }
    return errors.hasErrors();
  }
}
