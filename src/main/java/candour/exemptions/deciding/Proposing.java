package candour.exemptions.deciding;

import candour.casework.CaseReference;
import candour.exemptions.Conclusion;
import candour.exemptions.Consideration;
import candour.exemptions.DeterminationId;
import candour.exemptions.Item;
import candour.exemptions.Limb;
import candour.exemptions.Proposal;
import candour.exemptions.Provision;
import candour.exemptions.Telling;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Turns a form without errors into the proposal that it means. */
record Proposing(CaseReference reference, Item item, UUID proposer, LocalDate today) {

  Proposal proposal(ProposalForm form) {
    return new Proposal(
        DeterminationId.next(),
        reference,
        item,
        Provision.valueOf(form.provision()),
        "true".equals(form.article5()),
        Proposal.Purpose.valueOf(form.purpose()),
        Proposal.Extent.valueOf(form.extent()),
        new Proposal.Prejudice(form.prejudiceTo(), form.likelihood()),
        form.lesserStep(),
        considerations(form),
        limbs(form),
        form.applies() ? new Conclusion.Apply(telling(form)) : new Conclusion.Refrain(),
        form.reviewOn().read().orElseThrow(),
        Objects.requireNonNullElse(form.summary(), ""),
        today,
        proposer);
  }

  private static Map<Consideration, String> considerations(ProposalForm form) {
    return Map.of(
        Consideration.VULNERABILITY, form.vulnerability(),
        Consideration.RIGHTS_FREEDOMS, form.rights(),
        Consideration.REFUGEE_CONVENTION, form.refugees(),
        Consideration.TRAFFICKING_CONVENTION, form.trafficking(),
        Consideration.S55_BCIA_2009, form.children(),
        Consideration.UK_GDPR_COMPLIANCE, form.compliance(),
        Consideration.OTHER_DUTY, form.otherDuty());
  }

  private static Map<Limb, Limb.Finding> limbs(ProposalForm form) {
    return Map.of(
        Limb.A, new Limb.Finding(form.meets(Limb.A), form.limbAReason()),
        Limb.B, new Limb.Finding(form.meets(Limb.B), form.limbBReason()),
        Limb.C, new Limb.Finding(form.meets(Limb.C), form.limbCReason()));
  }

  private static Telling telling(ProposalForm form) {
    return form.keepsQuiet()
        ? new Telling.NotTold(
            Objects.requireNonNullElse(form.tellReason(), ""),
            form.tellReviewOn().read().orElseThrow())
        : new Telling.Told();
  }
}
