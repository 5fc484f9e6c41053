package candour.casework.clock;

/** Why an event cannot be appended to a clock. */
public enum Refusal {
  BEFORE_RECEIPT,
  NO_DOUBT_RECORDED,
  ALREADY_STOPPED,
  NOT_STOPPED,
  RESTARTED_BEFORE_STOP,
  ALREADY_EXTENDED,
  /** The first month had ended when the notice was given (Art. 12A). */
  NOTICE_TOO_LATE
}
