package candour.casework;

/**
 * Why a request cannot wait.
 *
 * @param when the date of it as given, perhaps in words or empty
 * @param words anything else about it; perhaps empty
 */
public record Urgency(Cause cause, String when, String words) {

  /** What is about to happen. */
  public enum Cause {
    COURT_OR_APPEAL,
    DETENTION,
    REMOVAL,
    OTHER
  }
}
