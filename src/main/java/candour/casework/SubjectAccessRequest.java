package candour.casework;

import java.util.Locale;
import java.util.UUID;

/**
 * A request for access to one's data (UK GDPR Art. 15), as it was made.
 *
 * @param subjectName the full name, as lists show it
 * @param language English or Welsh
 */
public record SubjectAccessRequest(
    UUID subjectId,
    UUID requesterId,
    String subjectName,
    Purpose purpose,
    Sought sought,
    Locale language,
    Channel channel) {}
