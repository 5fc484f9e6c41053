package candour.exemptions;

import java.util.EnumMap;
import java.util.Map;

/** What must be written in words of one's own to propose something, and is compared. */
public enum Reason {
  PREJUDICE_TO,
  PREJUDICE_LIKELIHOOD,
  LESSER_STEP,
  VULNERABILITY,
  RIGHTS_FREEDOMS,
  REFUGEE_CONVENTION,
  TRAFFICKING_CONVENTION,
  S55_BCIA_2009,
  UK_GDPR_COMPLIANCE,
  OTHER_DUTY,
  LIMB_A,
  LIMB_B,
  LIMB_C,
  /** Why the person is not told, where that is proposed. */
  NOT_TELLING,
  /** Why the person is still not told, where it is proposed to go on; see {@link Silence}. */
  GOING_ON;

  static Map<Reason, String> of(Proposal proposal) {
    var reasons = new EnumMap<Reason, String>(Reason.class);
    reasons.put(PREJUDICE_TO, proposal.prejudice().to());
    reasons.put(PREJUDICE_LIKELIHOOD, proposal.prejudice().likelihood());
    reasons.put(LESSER_STEP, proposal.lesserStep());
    proposal.considerations().forEach((it, words) -> reasons.put(valueOf(it.name()), words));
    proposal.limbs().forEach((it, finding) -> reasons.put(valueOf("LIMB_" + it), finding.reason()));
    if (proposal.conclusion() instanceof Conclusion.Apply(Telling.NotTold(var reason, _))) {
      reasons.put(NOT_TELLING, reason);
    }
    return reasons;
  }
}
