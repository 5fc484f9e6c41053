package candour.ledger;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of an ask: data are disclosed only where the person was traced. */
public sealed interface DisclosureOutcome extends Term {

  /**
   * The person was found and data were handed over.
   *
   * @param detail what the trace showed, where it was recorded
   * @param items never empty
   * @param disclosedOn the day of the disclosure in London, not before the ask
   */
  record Traced(@Nullable TraceDetail detail, Set<DataItem> items, LocalDate disclosedOn)
      implements DisclosureOutcome {

    public Traced(@Nullable TraceDetail detail, Set<DataItem> items, LocalDate disclosedOn) {
      this.detail = detail;
      this.items = Set.copyOf(items);
      this.disclosedOn = disclosedOn;
    }
  }

  /** The ask was approved, but the person was not found. */
  record NotTraced() implements DisclosureOutcome {}

  /** The ask was turned down. */
  record Rejected(RejectionReason reason) implements DisclosureOutcome {}

  /** The asker took the ask back. */
  record Withdrawn() implements DisclosureOutcome {}

  @Override
  default String messageKey() {
    return Term.key(
        "outcome",
        switch (this) {
          case Traced _ -> "traced";
          case NotTraced _ -> "not-traced";
          case Rejected _ -> "rejected";
          case Withdrawn _ -> "withdrawn";
        });
  }

  /** What a trace showed. */
  enum TraceDetail implements Term {
    ADDRESS_SAME,
    ADDRESS_DIFFERENT,
    DECEASED;

    @Override
    public String messageKey() {
      return Term.key("trace", name());
    }
  }

  /** Why an ask was turned down. */
  enum RejectionReason implements Term {
    PROCEDURE_NOT_FOLLOWED,
    NOT_COUNTERSIGNED,
    NOT_IN_PUBLIC_INTEREST,
    MORE_INFORMATION_NEEDED,
    BELOW_THRESHOLD,
    NO_LEGAL_BASIS,
    OUT_OF_SCOPE_DATA;

    @Override
    public String messageKey() {
      return Term.key("rejection", name());
    }
  }
}
