package candour.casework;

/** What somebody asks for. */
public enum Want {
  IMMIGRATION_SUMMARY,
  LANDING_CARD,
  CASE_FILE,
  DETENTION,
  /** Who was given data about them. */
  DISCLOSURES,
  SOMETHING_ELSE
}
