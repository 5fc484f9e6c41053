package candour.casework;

/**
 * Under what law a request is answered. Data about the dead are not personal data (UK GDPR Art.
 * 4(1), recital 27; Data Protection Act 2018, s.3(2)): such a request has no statutory clock, and
 * the immigration exemption, which is from UK GDPR alone, cannot be applied to it.
 */
public enum Regime {
  UK_GDPR,
  DECEASED
}
