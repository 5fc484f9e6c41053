package candour.exemptions;

import java.time.LocalDate;
import java.util.UUID;

/** What an officer other than the proposer decided on a proposal, and why; the day is London's. */
public record Ruling(UUID by, String reason, LocalDate on) {

  public Ruling {
    Words.require(reason, Words.RULING);
  }
}
