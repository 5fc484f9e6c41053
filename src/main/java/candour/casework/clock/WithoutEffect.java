package candour.casework.clock;

/** An event that is on record but does not move the deadline, and why. */
public record WithoutEffect(ClockEvent event, Why why) {

  /** The rule that deprives the event of effect. */
  public enum Why {
    /** Before 5 February 2026 no statute stopped time for clarification. */
    NO_PAUSE_IN_THESE_RULES,
    /** The applicable time period had already ended. */
    AFTER_DUE,
    /** A doubt about identity moves nothing until a question is sent. */
    NO_QUESTION_SENT,
    /** The first month had ended when the notice was given. */
    NOTICE_TOO_LATE
  }
}
