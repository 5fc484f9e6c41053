package candour.identity;

/**
 * Something other than a photo document that shows who somebody is, two of which are as good as
 * one.
 */
public enum Paper {
  NATIONAL_INSURANCE_NUMBER,
  SCHOOL,
  UNION,
  GP,
  LANDING_CARD_OR_SHIP,
  SWORN_STATEMENT,
  REFEREE
}
