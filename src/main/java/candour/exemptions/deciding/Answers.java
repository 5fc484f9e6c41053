package candour.exemptions.deciding;

/** The answers that forms offer beside those that the law itself names. */
final class Answers {

  enum YesOrNo {
    YES,
    NO
  }

  enum Outcome {
    APPLIED,
    NOT_APPLIED
  }

  enum Told {
    TOLD,
    NOT_TOLD
  }

  enum Decision {
    APPROVED,
    RETURNED
  }

  private Answers() {}
}
