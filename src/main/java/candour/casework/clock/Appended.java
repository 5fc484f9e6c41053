package candour.casework.clock;

/** What came of appending an event: the clock that follows, or the reason why there is none. */
public sealed interface Appended {

  /** The event stands; this clock takes the place of the one before. */
  record Accepted(StatutoryClock clock) implements Appended {}

  /** The event is unlawful or makes no sense; the clock is unchanged. */
  record Refused(Refusal reason) implements Appended {}
}
