package candour.casework;

/** Why an answered case is open again. */
public enum Reopening {
  /** Something that the answer kept back stands on no determination any more. */
  DETERMINATION_ENDED,
  /** The request became guarded after it was answered. */
  GUARDED,
  /** A complaint about the answer was upheld, in whole or in part. */
  COMPLAINT_UPHELD
}
