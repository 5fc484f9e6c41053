package candour.casework.clock;

/** Why an event cannot be appended to a clock. */
public enum Refusal {
  BEFORE_RECEIPT("clock.refused.before-receipt"),
  NO_DOUBT_RECORDED("clock.refused.no-doubt-recorded"),
  ALREADY_STOPPED("clock.refused.already-stopped"),
  NOT_STOPPED("clock.refused.not-stopped"),
  RESTARTED_BEFORE_STOP("clock.refused.restarted-before-stop"),
  ALREADY_EXTENDED("clock.refused.already-extended"),
  /** The first month had ended when the notice was given (Art. 12A). */
  NOTICE_TOO_LATE("clock.refused.notice-too-late");

  private final String messageKey;

  Refusal(String messageKey) {
    this.messageKey = messageKey;
  }

  /** The key of the sentence that tells the officer why. */
  public String messageKey() {
    return messageKey;
  }
}
