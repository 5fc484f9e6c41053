package candour.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of how somebody is reached.
 *
 * @param ways what it is to be, as a whole
 * @param officerName who took it down; null where they asked themselves
 * @param check how an officer made sure that it is they; null where nobody did
 * @param ended what became of it; null while it is open
 */
public record ContactChange(
    UUID id,
    UUID requesterId,
    Ways ways,
    ConfirmBy confirmBy,
    @Nullable String officerName,
    Instant askedAt,
    Instant expiresAt,
    @Nullable Check check,
    @Nullable End ended) {

  /** Through what it is confirmed. */
  public enum ConfirmBy {
    /** A link in a mail to the old address. */
    EMAIL,
    /** A code in a letter to the old address. */
    POST,
    /** Two officers, one of whom made sure that it is they. */
    OFFICE
  }

  /** How an officer made sure that it is they who ask. */
  public enum How {
    RANG_THE_OLD_NUMBER,
    IN_PERSON,
    DOCUMENT,
    QUESTIONS
  }

  /** What becomes of a change. */
  public enum Cause {
    CONFIRMED,
    CONFIRMED_IN_OFFICE,
    NOT_ME,
    TAKEN_BACK,
    REPLACED,
    GUESSED;

    /** Whether they are reached otherwise since. */
    public boolean isEffective() {
      return this == CONFIRMED || this == CONFIRMED_IN_OFFICE;
    }
  }

  /** An officer's look. */
  public record Check(How how, String words, UUID officerId, String officerName, LocalDate on) {}

  /** What became of it. */
  public record End(Cause cause, @Nullable String officerName, Instant at) {}

  /** Whether it can still be confirmed. */
  public boolean isOpen(Instant now) {
    return ended == null && now.isBefore(expiresAt);
  }
}
