package candour.casework.clock;

import java.time.LocalDate;

/** The day from which the month is counted: the latest of the events named in Art. 12A. */
public record RelevantTime(LocalDate on, Cause cause) {

  /** What happened on the day. */
  public enum Cause {
    REQUEST_RECEIVED("clock.relevant-time.request-received"),
    IDENTITY_INFORMATION_RECEIVED("clock.relevant-time.identity-information-received"),
    FEE_PAID("clock.relevant-time.fee-paid");

    private final String messageKey;

    Cause(String messageKey) {
      this.messageKey = messageKey;
    }

    /** The key of the words that say why the month is counted from this day. */
    public String messageKey() {
      return messageKey;
    }
  }

  RelevantTime orLater(LocalDate date, Cause why) {
    return date.isAfter(on) ? new RelevantTime(date, why) : this;
  }
}
