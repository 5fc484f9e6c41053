package candour.identity;

import java.util.UUID;

/**
 * One look at whether a person is who they say.
 *
 * @param occasionId what the look was for: the case
 * @param evidence what was seen or heard; 3 to 4,000 characters
 * @param reason why it was enough, or was not; 10 to 4,000 characters
 * @param officerId the account of the officer who looked
 */
public record Verification(
    UUID subjectId,
    UUID occasionId,
    Method method,
    String evidence,
    String reason,
    boolean accepted,
    UUID officerId) {

  /** By what the person was recognised; no method stands above another. */
  public enum Method {
    PHOTO_DOCUMENT,
    KNOWN_TO_THE_OFFICE,
    TWO_OF_A_LIST,
    VOUCHED_FOR,
    IN_PERSON
  }
}
