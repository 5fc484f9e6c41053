package candour.casework;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for access to one's data (UK GDPR Art. 15), as it was made.
 *
 * @param subjectName the full name, as lists show it
 * @param urgency null unless they said that it cannot wait
 * @param language English or Welsh
 * @param declared the version of the words by which they said, when they asked, that it is true and
 *     theirs to ask, in that language; null where an officer entered it
 */
public record SubjectAccessRequest(
    UUID subjectId,
    UUID requesterId,
    String subjectName,
    Purpose purpose,
    Sought sought,
    @Nullable Urgency urgency,
    Locale language,
    Channel channel,
    @Nullable String declared) {}
