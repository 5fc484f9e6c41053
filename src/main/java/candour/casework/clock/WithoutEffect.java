package candour.casework.clock;

/** An event that is on record but does not move the deadline, and why. */
public record WithoutEffect(ClockEvent event, Why why) {

  /** The rule that deprives the event of effect. */
  public enum Why {
    /** Before 5 February 2026 no statute stopped time for clarification. */
    NO_PAUSE_IN_THESE_RULES("clock.without-effect.no-pause-in-these-rules"),
    /** The applicable time period had already ended. */
    AFTER_DUE("clock.without-effect.after-due"),
    /** A doubt about identity moves nothing until a question is sent. */
    NO_QUESTION_SENT("clock.without-effect.no-question-sent"),
    /** The first month had ended when the notice was given. */
    NOTICE_TOO_LATE("clock.without-effect.notice-too-late");

    private final String messageKey;

    Why(String messageKey) {
      this.messageKey = messageKey;
    }

    /** The key of the sentence that explains it. */
    public String messageKey() {
      return messageKey;
    }
  }
}
