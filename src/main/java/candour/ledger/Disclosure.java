package candour.ledger;

import candour.ledger.DisclosureOutcome.Rejected;
import candour.ledger.DisclosureOutcome.RejectionReason;
import candour.ledger.DisclosureOutcome.TraceDetail;
import candour.ledger.DisclosureOutcome.Traced;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger: who asked whom for data about one person, under which agreement, and what
 * came of it (UK GDPR Art 15(1)(c)).
 *
 * @param under the agreement version in force on the day of the ask; null if there was none
 * @param outOfAgreement whether the agreement, if any, did not cover the ask
 */
public record Disclosure(
    UUID id,
    Asked asked,
    DisclosureOutcome outcome,
    @Nullable Under under,
    boolean outOfAgreement) {

  /** An agreement, in both languages, and its version. */
  public record Under(String agreementId, String nameEn, String nameCy, String version) {

    public String name(Locale locale) {
      return locale.getLanguage().equals("cy") ? nameCy : nameEn;
    }
  }

  /** What was handed over, in a fixed order; empty unless the person was traced. */
  public List<DataItem> items() {
    return outcome instanceof Traced traced ? traced.items().stream().sorted().toList() : List.of();
  }

  /** The day of the disclosure in London; null unless the person was traced. */
  public @Nullable LocalDate disclosedOn() {
    return outcome instanceof Traced traced ? traced.disclosedOn() : null;
  }

  /** What the trace showed, where there was one and it was recorded. */
  public @Nullable TraceDetail traceDetail() {
    return outcome instanceof Traced traced ? traced.detail() : null;
  }

  /** Why the ask was turned down; null if it was not. */
  public @Nullable RejectionReason rejectionReason() {
    return outcome instanceof Rejected rejected ? rejected.reason() : null;
  }
}
