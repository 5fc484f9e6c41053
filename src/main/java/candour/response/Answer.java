package candour.response;

import candour.casework.Outcome;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was released, as the person it is for sees it. Days are London's.
 *
 * @param number 1 for the answer, more for what was added to it
 * @param code null when none opens the answer any more, and a new one must be sent
 * @param downloads when it was downloaded so far, with whichever code, earliest first
 */
public record Answer(
    int number,
    LocalDate releasedOn,
    Outcome outcome,
    int pages,
    @Nullable Code code,
    List<ZonedDateTime> downloads) {

  /** The code that opens it. */
  public record Code(LocalDate expiresOn, int triesLeft, int downloadsLeft) {}
}
