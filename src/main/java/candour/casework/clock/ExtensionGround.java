package candour.casework.clock;

/** The only two grounds on which Art. 12A lets the period grow by two further months. */
public enum ExtensionGround {
  COMPLEXITY,
  NUMBER_OF_REQUESTS
}
