package candour.casework;

/** With what a case was answered. */
public enum Outcome {
  DISCLOSED,
  DISCLOSED_IN_PART,
  NOTHING_HELD,
  WHOLLY_WITHHELD
}
