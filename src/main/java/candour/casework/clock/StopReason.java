package candour.casework.clock;

/** Why the office waits for the requester. */
public enum StopReason {
  /** Reasonable doubt about identity, Art. 12(6): the period begins when the answer arrives. */
  IDENTITY,
  /** A fee under Art. 12(5): the period begins when it is paid. */
  FEE,
  /** Clarification the office reasonably needs, Art. 12A(5): the days between do not count. */
  CLARIFICATION;

  /** The key of the words that tell the requester what is awaited. */
  public String messageKey() {
    return switch (this) {
      case IDENTITY -> "clock.awaiting.identity";
      case FEE -> "clock.awaiting.fee";
      case CLARIFICATION -> "clock.awaiting.clarification";
    };
  }
}
