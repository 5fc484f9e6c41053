package candour.casework;

/** How word was sent to a requester. */
public enum Dispatch {
  MAILED,
  POSTED,
  /** They gave a phone number only: an officer must phone today. */
  TO_BE_PHONED
}
