package candour.exemptions;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an officer other than the proposer decided on a proposal, and why; the day is London's.
 *
 * @param reason where it was returned, what the proposer is asked
 * @param likenessReason why words close to another case's were approved, where there were any
 */
public record Ruling(UUID by, String reason, LocalDate on, @Nullable String likenessReason) {

  public Ruling {
    Words.require(reason, Words.RULING);
  }
}
