package candour.casework;

/** How far a case is, moved forward only; the law does not depend on it. */
public enum Stage {
  RECEIVED,
  TAKEN_ON,
  SEARCHING,
  REVIEW,
  APPROVAL,
  ANSWERED
}
