package candour.ledger;

/**
 * The kind of body that asked for somebody's data. The first ten are those of NHS Digital's
 * published register of the National Back Office; the rest ask elsewhere.
 */
public enum AskedBy implements Term {
  POLICE,
  NCA,
  HOME_OFFICE,
  COURT_ORDER,
  CCRC,
  NHSCFA,
  HM_CORONER,
  WELSH_BLOOD,
  JERSEY_CYTOLOGY,
  CHARITY_LETTER,
  DFE,
  LOCAL_AUTHORITY,
  DWP,
  HMRC,
  DVLA,
  EMBASSY,
  CONTRACTOR;

  @Override
  public String messageKey() {
    return Term.key("asked-by", name());
  }
}
