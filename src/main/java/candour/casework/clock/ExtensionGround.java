package candour.casework.clock;

/** The only two grounds on which Art. 12A lets the period grow by two further months. */
public enum ExtensionGround {
  COMPLEXITY,
  NUMBER_OF_REQUESTS;

  /** The key of the words that name the ground to the requester. */
  public String messageKey() {
    return switch (this) {
      case COMPLEXITY -> "clock.extension.complexity";
      case NUMBER_OF_REQUESTS -> "clock.extension.number-of-requests";
    };
  }
}
