package candour.exemptions;

import java.time.LocalDate;
import java.util.UUID;

/** How a determination in force came to its end. */
public sealed interface Ending {

  /** The ways to end. */
  enum Kind {
    WITHDRAWN,
    LAPSED,
    OVERTURNED
  }

  /** Who, or what, ended it. */
  enum By {
    OFFICE,
    RECLASSIFIED,
    COMPLAINT,
    COMMISSIONER,
    TRIBUNAL,
    COURT,
    REVIEW_DATE
  }

  /** The day, in London. */
  LocalDate on();

  By by();

  /** The office needs it no longer, or should never have had it. */
  record Withdrawn(String reason, UUID officer, LocalDate on) implements Ending {

    public Withdrawn {
      Words.require(reason, Words.RULING);
    }

    @Override
    public By by() {
      return By.OFFICE;
    }
  }

  /** The request became guarded: nothing stands on it, and nobody need say why. */
  record Reclassified(LocalDate on) implements Ending {

    @Override
    public By by() {
      return By.RECLASSIFIED;
    }
  }

  /** Its day of review went by, and nobody had decided afresh. */
  record Lapsed(LocalDate on) implements Ending {

    @Override
    public By by() {
      return By.REVIEW_DATE;
    }
  }

  /**
   * Somebody who may overrule the office did.
   *
   * @param officer who put it on record
   */
  record Overturned(Overruling overruling, UUID officer, LocalDate on) implements Ending {

    @Override
    public By by() {
      return overruling.by().ending();
    }
  }

  default Kind kind() {
    return switch (this) {
      case Withdrawn _, Reclassified _ -> Kind.WITHDRAWN;
      case Lapsed _ -> Kind.LAPSED;
      case Overturned _ -> Kind.OVERTURNED;
    };
  }
}
