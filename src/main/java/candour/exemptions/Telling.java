package candour.exemptions;

import java.time.LocalDate;

/**
 * Whether the person is told that the exemption was applied (DPA 2018 Sch 2 para 4B). Telling is
 * the rule; not telling is a decision of its own, with a lower threshold and a reason of its own.
 */
public sealed interface Telling {

  /** The person is told. */
  record Told() implements Telling {}

  /** The person is not told for now, and the office looks at it again on the day given. */
  record NotTold(String reason, LocalDate reviewOn) implements Telling {

    public NotTold {
      Words.require(reason, Words.REASON);
    }
  }
}
