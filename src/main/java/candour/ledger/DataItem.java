package candour.ledger;

/**
 * What can have been handed over about a person. There is no word for anything clinical: the
 * memoranda of understanding forbid it, and the ledger has no place for it.
 */
public enum DataItem implements Term {
  NAME,
  NAME_CHANGE,
  DOB,
  GENDER,
  LAST_ADDRESS,
  NHS_REGISTRATION_DATE,
  PRIMARY_CARE_AREA_CODE,
  GP_CONTACT,
  FACT_OF_DEATH,
  ADDRESS,
  SCHOOL;

  @Override
  public String messageKey() {
    return Term.key("item", name());
  }
}
