package candour.ledger;

import java.time.LocalDate;

/**
 * One ask for data about one person, before anything came of it.
 *
 * @param of the body that held the data, by name
 * @param role what the person who asked does there, as they wrote it; perhaps blank
 * @param reasonCode from the agreement's list, or whatever was given instead
 * @param on the day of the ask in London
 */
public record Asked(
    AskedBy by, String of, String role, String reasonCode, LastResort lastResort, LocalDate on) {

  /** The key of the reason in words; codes that no agreement knows have none. */
  public String reasonKey() {
    return Term.key("reason", reasonCode);
  }

  /** Whether the usual sources were tried first, or why that was not needed. */
  public enum LastResort implements Term {
    SOURCES_TRIED,
    RISK_TO_PUBLIC,
    WELFARE_CONCERN,
    NOT_SHOWN;

    @Override
    public String messageKey() {
      return Term.key("last-resort", name());
    }
  }
}
