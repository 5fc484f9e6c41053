package candour.casework.clock;

/** Why the office waits for the requester. */
public enum StopReason {
  /** Reasonable doubt about identity, Art. 12(6): the period begins when the answer arrives. */
  IDENTITY,
  /** A fee under Art. 12(5): the period begins when it is paid. */
  FEE,
  /** Clarification the office reasonably needs, Art. 12A(5): the days between do not count. */
  CLARIFICATION
}
