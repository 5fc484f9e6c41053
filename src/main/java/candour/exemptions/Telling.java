package candour.exemptions;

import java.time.LocalDate;

/**
 * Whether the person is told that the exemption was applied (DPA 2018 Sch 2 para 4B). Telling is
 * the rule; not telling is a decision of its own, with a lower threshold and a reason of its own.
 */
public sealed interface Telling {

  /**
   * The last day of a determination that is to be reviewed on that day. Not telling has a review of
   * its own: where that comes first, the determination ends with it, and the person is told then.
   */
  LocalDate lastDay(LocalDate reviewOn);

  /** The person is told. */
  record Told() implements Telling {

    @Override
    public LocalDate lastDay(LocalDate reviewOn) {
      return reviewOn;
    }
  }

  /** The person is not told for now, and the office looks at it again on the day given. */
  record NotTold(String reason, LocalDate reviewOn) implements Telling {

    public NotTold {
      Words.require(reason, Words.REASON);
    }

    @Override
    public LocalDate lastDay(LocalDate determination) {
      return reviewOn.isBefore(determination) ? reviewOn : determination;
    }
  }
}
