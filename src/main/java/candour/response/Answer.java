package candour.response;

import candour.casework.Outcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was released, as the person it is for sees it. Days are London's.
 *
 * @param number 1 for the answer, more for what was added to it
 * @param code null when none opens the answer any more, and a new one must be sent
 * @param downloads how often it was downloaded so far, with whichever code
 */
public record Answer(
    int number,
    LocalDate releasedOn,
    Outcome outcome,
    int pages,
    @Nullable Code code,
    int downloads) {

  /** The code that opens it. */
  public record Code(LocalDate expiresOn, int triesLeft, int downloadsLeft) {}
}
