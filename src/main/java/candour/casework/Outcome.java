package candour.casework;

/** With what a case was answered, or that it ended without an answer. */
public enum Outcome {
  DISCLOSED,
  DISCLOSED_IN_PART,
  NOTHING_HELD,
  WHOLLY_WITHHELD,
  /** By the word of whoever made the request; there is no answer. */
  WITHDRAWN,
  /** To an older request of the same person, which will be answered. */
  JOINED;

  /** Whether it ended without an answer of its own. */
  public boolean isWithoutAnswer() {
    return this == WITHDRAWN || this == JOINED;
  }
}
