package candour.exemptions;

import candour.casework.CaseReference;
import candour.platform.Identifiers;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** A lawful proposal, of which a test changes what it is about. */
public final class SampleProposal {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  public CaseReference reference = new CaseReference(Identifiers.unguessable());
  public Item item =
      new Item(Identifiers.next(), Item.Kind.PAGE, Identifiers.next(), "Case notes, page 2");
  public UUID proposedBy = Identifiers.next();
  public Conclusion conclusion = new Conclusion.Apply(new Telling.Told());
  public Provision provision = Provision.ART_15_1_3;
  public LocalDate decidedOn = TODAY;
  LocalDate reviewOn = TODAY.plusMonths(6);
  Proposal.Prejudice prejudice =
      new Proposal.Prejudice(
          "The operation that the second paragraph of the page describes",
          "Likely, because the operation goes on and its method is not known outside");
  String lesserStep =
      "Redacting one line was tried; the rest of the page still gives the method away.";
  String summary = "Part of a page that describes how a current operation is carried out.";
  final Map<Consideration, String> considerations = new EnumMap<>(Consideration.class);
  final Map<Limb, Limb.Finding> limbs = new EnumMap<>(Limb.class);

  public SampleProposal() {
    for (var consideration : Consideration.values()) {
      considerations.put(consideration, "Looked at the whole file for " + consideration);
    }
    for (var limb : Limb.values()) {
      limbs.put(limb, new Limb.Finding(true, "Met, for reasons particular to this page: " + limb));
    }
  }

  /** An approval that lacks nothing, also where the same sample was proposed in another case. */
  public static Approval approval(String reason, Telling telling) {
    return new Approval(
        reason,
        telling,
        true,
        "The pages hold the same paragraph, so the same words are true of both.");
  }

  public Proposal build() {
    return new Proposal(
        DeterminationId.next(),
        reference,
        item,
        provision,
        false,
        Proposal.Purpose.IMM_CONTROL,
        Proposal.Extent.PARTIAL,
        prejudice,
        lesserStep,
        considerations,
        limbs,
        conclusion,
        reviewOn,
        summary,
        decidedOn,
        proposedBy);
  }
}
