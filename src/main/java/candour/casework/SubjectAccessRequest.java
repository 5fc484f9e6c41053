package candour.casework;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * A request for access to one's data (UK GDPR Art. 15), as it was made.
 *
 * @param subjectName the full name, as lists show it
 * @param wants at least one
 * @param wantsWords what they want in their own words; up to 20,000 characters, perhaps empty
 * @param periodFrom from when, in their own words; perhaps empty, as is {@code periodTo}
 * @param language English or Welsh
 */
public record SubjectAccessRequest(
    UUID subjectId,
    UUID requesterId,
    String subjectName,
    Purpose purpose,
    Set<Want> wants,
    String wantsWords,
    String periodFrom,
    String periodTo,
    Locale language,
    Channel channel) {

  public SubjectAccessRequest {
    wants = Set.copyOf(wants);
  }
}
