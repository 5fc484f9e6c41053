package candour.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a requester wants otherwise than they asked at first.
 *
 * @param on in London
 * @param officerName who recorded it; null if the requester said so in the portal
 */
public record Wish(
    UUID id, Wanted wanted, String words, LocalDate on, @Nullable String officerName) {

  /** What is wanted. */
  public enum Wanted {
    MORE,
    NARROWER,
    LARGE_PRINT,
    AUDIO,
    BRAILLE,
    OTHER_LANGUAGE,
    CALL,
    /** Nothing any longer: the request ends. */
    WITHDRAWAL;

    /** Whether it changes what is to be looked for. */
    boolean changesTheSearch() {
      return this == MORE || this == NARROWER;
    }
  }
}
