package candour.casework;

/** What files are asked for, by the kinds of record that the office keeps. */
public enum Want {
  /** All of them, and whatever else there is. */
  EVERYTHING,
  LANDING_CARD,
  PORT_FILE,
  ENTRY_CLEARANCE,
  ENTRY_AND_EXIT,
  PAPER_FILE,
  DIGITAL_FILE,
  NATIONALITY,
  APPEAL,
  WORKER_REGISTRATION,
  BIOMETRIC,
  CORRESPONDENCE,
  ASYLUM,
  ASYLUM_SUPPORT,
  DETENTION,
  HEALTH_IN_DETENTION,
  REPORTING_AND_BAIL,
  ENFORCEMENT
}
