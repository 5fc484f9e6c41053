package candour.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter between the requester and the office.
 *
 * @param officerName who wrote it for the office; null if the requester did
 */
public record Message(
    UUID id, boolean fromRequester, @Nullable String officerName, String words, LocalDate sentOn) {}
