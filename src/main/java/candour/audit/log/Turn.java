package candour.audit.log;

import candour.audit.merkle.SigningKey;
import candour.audit.merkle.VerifierKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of the keys that the log signs with in turn. Days are London's.
 *
 * @param secret null once it was taken away, which it may be when its days are over
 * @param from its first day; null for the key that the log began with
 * @param until its last day; null while no other follows
 */
record Turn(
    VerifierKey verifier,
    @Nullable SigningKey secret,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {

  boolean hasBegunOn(LocalDate day) {
    return from == null || !day.isBefore(from);
  }

  boolean signsOn(LocalDate day) {
    return hasBegunOn(day) && (until == null || !day.isAfter(until));
  }

  /** As a policy says it beside the key. */
  String days() {
    return (from == null ? "from the beginning" : "from " + from)
        + (until == null ? "" : " until " + until);
  }
}
