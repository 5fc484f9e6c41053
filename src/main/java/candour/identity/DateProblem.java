package candour.identity;

/** What is wrong with a date as typed, and beside which field to say so. */
public enum DateProblem {
  NOTHING_GIVEN(Field.YEAR, "date.error.nothing-given"),
  YEAR_MISSING(Field.YEAR, "date.error.year-missing"),
  YEAR_NOT_FOUR_FIGURES(Field.YEAR, "date.error.year-not-four-figures"),
  YEAR_TOO_EARLY(Field.YEAR, "date.error.year-too-early"),
  IN_THE_FUTURE(Field.YEAR, "date.error.in-the-future"),
  DAY_WITHOUT_MONTH(Field.MONTH, "date.error.day-without-month"),
  NO_SUCH_MONTH(Field.MONTH, "date.error.no-such-month"),
  DAY_NOT_A_NUMBER(Field.DAY, "date.error.day-not-a-number"),
  NO_SUCH_DAY(Field.DAY, "date.error.no-such-day");

  private final Field field;
  private final String messageKey;

  DateProblem(Field field, String messageKey) {
    this.field = field;
    this.messageKey = messageKey;
  }

  /** The field that has to change. */
  public Field field() {
    return field;
  }

  /** The key of the sentence that says how to put it right. */
  public String messageKey() {
    return messageKey;
  }

  /** One of the three boxes of a date. */
  public enum Field {
    DAY,
    MONTH,
    YEAR
  }
}
