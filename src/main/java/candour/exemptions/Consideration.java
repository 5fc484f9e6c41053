package candour.exemptions;

/**
 * What must at least be taken into account, each in words of its own (DPA 2018 Sch 2 para 4A(3)).
 */
public enum Consideration {
  VULNERABILITY,
  /** All rights and freedoms, the Convention rights among them (Human Rights Act 1998). */
  RIGHTS_FREEDOMS,
  REFUGEE_CONVENTION,
  TRAFFICKING_CONVENTION,
  /** The welfare of children (Borders, Citizenship and Immigration Act 2009 s.55). */
  S55_BCIA_2009,
  UK_GDPR_COMPLIANCE,
  OTHER_DUTY
}
