package candour.exemptions;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a determination in force came to its end; the day is London's.
 *
 * @param officer who withdrew it for the office
 */
public record Ending(Kind kind, By by, String reason, @Nullable UUID officer, LocalDate on) {

  /** The ways to end. */
  public enum Kind {
    WITHDRAWN,
    LAPSED,
    OVERTURNED
  }

  /** Who, or what, ended it. */
  public enum By {
    OFFICE,
    COMPLAINT,
    COMMISSIONER,
    TRIBUNAL,
    COURT,
    REVIEW_DATE
  }

  public Ending {
    Words.require(reason, Words.RULING);
  }
}
