package candour.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A memorandum of understanding: one body may ask another for data, for listed reasons.
 *
 * @param holder the body that is asked, by name
 * @param versions in force one after the other, never two on a day
 */
public record SharingAgreement(String id, String holder, AskedBy asker, List<Version> versions) {

  public SharingAgreement {
    versions = List.copyOf(versions);
  }

  /**
   * What was agreed for a time.
   *
   * @param from first day in force
   * @param until first day no longer in force; null if it is open
   * @param shownAtOnce whether a person who is matched with certainty sees the entry without an
   *     officer's clearance
   */
  public record Version(
      UUID id,
      LocalDate from,
      @Nullable LocalDate until,
      Set<String> reasons,
      Set<DataItem> items,
      boolean shownAtOnce) {

    public Version {
      reasons = Set.copyOf(reasons);
      items = Set.copyOf(items);
    }

    boolean isInForce(LocalDate day) {
      return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
  }

  /** What was agreed on that day. */
  public Optional<Version> versionOn(LocalDate day) {
    return versions.stream().filter(version -> version.isInForce(day)).findFirst();
  }

  /** Whether the version in force on the day of the ask covers it. */
  PolicyDecision judge(Asked asked, DisclosureOutcome outcome) {
    var version = versionOn(asked.on()).orElse(null);
    var breaches = new ArrayList<PolicyDecision.Breach>();
    if (asked.by() != asker) {
      breaches.add(PolicyDecision.Breach.OTHER_ASKER);
    }
    if (!asked.of().equalsIgnoreCase(holder)) {
      breaches.add(PolicyDecision.Breach.OTHER_HOLDER);
    }
    if (version == null) {
      breaches.add(PolicyDecision.Breach.NOT_IN_FORCE);
    } else {
      breaches.addAll(breaches(asked, outcome, version));
    }
    return version != null && breaches.isEmpty()
        ? new PolicyDecision.WithinAgreement(version)
        : new PolicyDecision.OutOfAgreement(version, breaches);
  }

  private static List<PolicyDecision.Breach> breaches(
      Asked asked, DisclosureOutcome outcome, Version version) {
    var breaches = new ArrayList<PolicyDecision.Breach>();
    if (!version.reasons().contains(asked.reasonCode())) {
      breaches.add(PolicyDecision.Breach.REASON_NOT_AGREED);
    }
    if (outcome instanceof DisclosureOutcome.Traced traced
        && !version.items().containsAll(traced.items())) {
      breaches.add(PolicyDecision.Breach.ITEM_NOT_AGREED);
    }
    if (asked.lastResort() == Asked.LastResort.NOT_SHOWN) {
      breaches.add(PolicyDecision.Breach.NOT_LAST_RESORT);
    }
    return breaches;
  }
}
