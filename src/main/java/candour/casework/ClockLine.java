package candour.casework;

import org.jspecify.annotations.Nullable;

/**
 * A line in the record of a case's clock, with who made it.
 *
 * @param officerName null if the requester's own answer is recorded
 */
public record ClockLine(ClockEntry entry, @Nullable String officerName) {}
