package candour.casework;

/** Why somebody asks, if they say; asked neutrally and never compulsory. */
public enum Purpose {
  /** To prove one's status or history in the UK: makes the request guarded. */
  PROVE_STATUS,
  APPLICATION,
  LEGAL,
  CHECK,
  OTHER,
  NOT_SAID
}
