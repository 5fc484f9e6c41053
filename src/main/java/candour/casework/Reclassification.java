package candour.casework;

import candour.platform.Officer;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The only way out of the Windrush guard: one senior officer proposes, another approves, the
 * requester has notice and may object, and only then, by itself, it takes effect. Days are
 * London's.
 *
 * @param purpose for which the request is held to be made
 * @param reason as the requester reads it
 * @param answer to the objection against the one before; null where there was none
 * @param effectiveOn since when the request is not guarded; null while it is
 */
public record Reclassification(
    UUID id,
    Purpose purpose,
    String reason,
    @Nullable String answer,
    By proposedBy,
    LocalDate proposedOn,
    @Nullable Ruled ruled,
    @Nullable Notice notice,
    @Nullable Objection objection,
    @Nullable LocalDate effectiveOn) {

  /** An officer; the name is empty where the reader may not know it. */
  public record By(UUID id, String name) {}

  /** One that waits for another officer, in brief; the proposer by name. */
  public record Undecided(CaseReference reference, UUID id, LocalDate proposedOn, String by) {}

  /** What the other officer decided. */
  public record Ruled(boolean approved, String reason, String by, LocalDate on) {}

  /**
   * What the requester was told.
   *
   * @param notBefore the first day on which it can take effect
   */
  public record Notice(LocalDate sentOn, LocalDate notBefore) {}

  /**
   * That the requester does not agree, in their words if they chose any.
   *
   * @param recordedBy the officer whom they wrote to or rang; empty where they did it here
   */
  public record Objection(String words, String recordedBy, LocalDate on) {}

  /** How far it is, or how it ended. */
  public enum State {
    PROPOSED,
    RETURNED,
    NOTICED,
    OBJECTED,
    EFFECTIVE
  }

  public State state() {
    if (effectiveOn != null) {
      return State.EFFECTIVE;
    }
    if (objection != null) {
      return State.OBJECTED;
    }
    if (notice != null) {
      return State.NOTICED;
    }
    return ruled == null ? State.PROPOSED : State.RETURNED;
  }

  /** Whether it may still come to something. */
  public boolean isPending() {
    return state() == State.PROPOSED || state() == State.NOTICED;
  }

  /** Whether the requester can still stop it. */
  public boolean isOpenToObjection() {
    return state() == State.NOTICED;
  }

  /** Refuses the proposer, whoever is not a senior officer, and what is decided. */
  void requireDecider(Officer officer) {
    if (state() != State.PROPOSED) {
      throw new Refusal("already-decided");
    }
    if (officer.id().equals(proposedBy.id())) {
      throw new Refusal("four-eyes");
    }
    requireSenior(officer);
  }

  static void requireSenior(Officer officer) {
    if (!officer.is(Officer.Role.SENIOR)) {
      throw new Refusal("senior-officer-only");
    }
  }
}
