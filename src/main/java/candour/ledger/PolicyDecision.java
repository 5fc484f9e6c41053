package candour.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an ask was covered by an agreement. One that was not is kept all the same, and says so:
 * the ledger must hold irregular disclosures above all.
 */
public sealed interface PolicyDecision {

  /** The version covers the ask. */
  record WithinAgreement(SharingAgreement.Version inForce) implements PolicyDecision {}

  /**
   * The ask was not covered.
   *
   * @param inForce what was agreed on that day, if anything
   * @param breaches why it was not; never empty
   */
  record OutOfAgreement(SharingAgreement.@Nullable Version inForce, List<Breach> breaches)
      implements PolicyDecision {

    public OutOfAgreement(SharingAgreement.@Nullable Version inForce, List<Breach> breaches) {
      this.inForce = inForce;
      this.breaches = List.copyOf(breaches);
    }
  }

  /**
   * Judges an ask under the agreement that it named.
   *
   * @param agreement null if it named none
   */
  static PolicyDecision on(
      @Nullable SharingAgreement agreement, Asked asked, DisclosureOutcome outcome) {
    return agreement == null
        ? new OutOfAgreement(null, List.of(Breach.NO_AGREEMENT))
        : agreement.judge(asked, outcome);
  }

  /** The version in force on the day of the ask, if any. */
  SharingAgreement.@Nullable Version inForce();

  /** Why an ask was not covered. */
  enum Breach implements Term {
    NO_AGREEMENT,
    NOT_IN_FORCE,
    OTHER_ASKER,
    OTHER_HOLDER,
    REASON_NOT_AGREED,
    ITEM_NOT_AGREED,
    NOT_LAST_RESORT;

    @Override
    public String messageKey() {
      return Term.key("breach", name());
    }
  }
}
