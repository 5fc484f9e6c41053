package candour.casework.clock;

import java.time.LocalDate;

/** The day from which the month is counted: the latest of the events named in Art. 12A. */
public record RelevantTime(LocalDate on, Cause cause) {

  /** What happened on the day. */
  public enum Cause {
    REQUEST_RECEIVED,
    IDENTITY_INFORMATION_RECEIVED,
    FEE_PAID
  }

  RelevantTime orLater(LocalDate date, Cause why) {
    return date.isAfter(on) ? new RelevantTime(date, why) : this;
  }
}
