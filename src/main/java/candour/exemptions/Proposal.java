package candour.exemptions;

import candour.casework.CaseReference;
import candour.exemptions.immigration.GuardResult;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * An immigration exemption decision as one officer proposes it: one item, one provision, one
 * occasion, all of DPA 2018 Sch 2 para 4A in words of its own. Days are London's.
 *
 * @param article5 whether Article 5 is disapplied with it, so far as it mirrors the provision
 * @param lesserStep what less than this was considered, and why it will not do
 * @param reviewOn when the determination is looked at again, within a year
 * @param summary what the committee may read: it names nobody
 */
public record Proposal(
    DeterminationId id,
    CaseReference reference,
    Item item,
    Provision provision,
    boolean article5,
    Purpose purpose,
    Extent extent,
    Prejudice prejudice,
    String lesserStep,
    Map<Consideration, String> considerations,
    Map<Limb, Limb.Finding> limbs,
    Conclusion conclusion,
    LocalDate reviewOn,
    String summary,
    LocalDate decidedOn,
    UUID proposedBy) {

  /** The purposes of para 4(1) for which the data must be processed. */
  public enum Purpose {
    IMM_CONTROL,
    UNDERMINING_ACTIVITY,
    BOTH
  }

  /** Whether the item is withheld whole or in part. */
  public enum Extent {
    FULL,
    PARTIAL
  }

  /** What would be prejudiced, and how likely that is. */
  public record Prejudice(String to, String likelihood) {

    public Prejudice {
      Words.require(to, Words.REASON);
      Words.require(likelihood, Words.REASON);
    }
  }

  private static final LocalDate RULE_IN_FORCE = LocalDate.of(2024, 3, 8);

  public Proposal {
    Words.require(lesserStep, Words.REASON);
    considerations.values().forEach(words -> Words.require(words, Words.CONSIDERATION));
    refuseUnless(considerations.size() == Consideration.values().length, "seven-considerations");
    refuseUnless(limbs.size() == Limb.values().length, "all-three-limbs");
    refuseUnless(Summary.faults(summary, Summary.Names.NONE).isEmpty(), "summary-names-nobody");
    refuseUnless(!decidedOn.isBefore(RULE_IN_FORCE), "rule-in-force");
    refuseUnless(isWithinAYear(reviewOn, decidedOn), "review-within-a-year");
    if (conclusion instanceof Conclusion.Apply(var telling)) {
      refuseUnless(limbs.values().stream().allMatch(Limb.Finding::met), "all-three-limbs");
      refuseUnless(
          !(telling instanceof Telling.NotTold(_, var on)) || isWithinAYear(on, decidedOn),
          "not-told-review-within-a-year");
    }
    considerations = Map.copyOf(new EnumMap<>(considerations));
    limbs = Map.copyOf(new EnumMap<>(limbs));
  }

  /** Whether the exemption would be used. */
  public boolean applies() {
    return conclusion instanceof Conclusion.Apply;
  }

  /** Puts it forward as a caseworker; a guarded request, or another controller, is refused. */
  public Determination.Proposed propose(Officer officer, GuardResult guard) {
    guard.refuseIfBlocked();
    refuseUnless(officer.is(Role.CASEWORKER) || officer.is(Role.SENIOR), "caseworkers-only");
    refuseUnless(officer.id().equals(proposedBy), "proposed-by-oneself");
    return new Determination.Proposed(this);
  }

  /** A review falls after the day of the decision and within a year of it. */
  public static boolean isWithinAYear(LocalDate review, LocalDate decided) {
    return review.isAfter(decided) && !review.isAfter(decided.plusYears(1));
  }

  private static void refuseUnless(boolean lawful, String rule) {
    if (!lawful) {
      throw new Refusal(rule);
    }
  }
}
