package candour.casework;

/** How word was sent to a requester. */
public enum Dispatch {
  MAILED,
  POSTED,
  /** They gave a telephone number only: an officer must ring today. */
  TO_BE_TELEPHONED
}
