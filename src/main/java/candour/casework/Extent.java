package candour.casework;

/** How much somebody asks for. The history of disclosures is part of every answer. */
public enum Extent {
  /** What the office's computers say of them, in short. */
  SUMMARY,
  /** Up to five documents, named in their own words. */
  NAMED_DOCUMENTS,
  /** The files, or some of them. */
  FILES,
  /** Nothing but who was given data about them. */
  DISCLOSURES;

  /** Whether there is a time from which it can be asked for; the rest is given whole. */
  public boolean hasPeriod() {
    return this == NAMED_DOCUMENTS || this == FILES;
  }
}
