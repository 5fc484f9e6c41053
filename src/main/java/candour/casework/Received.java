package candour.casework;

import candour.platform.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a request came.
 *
 * @param entered null where it came through the portal
 */
record Received(Instant at, @Nullable By entered) {

  /** The officer who put it on record, the day somebody saw what it was, and the day of entry. */
  record By(UUID officerId, LocalDate recognisedOn, LocalDate on) {}

  /** The day of receipt in London. */
  LocalDate on() {
    return Days.of(at);
  }
}
