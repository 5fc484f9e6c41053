package candour.identity;

import java.time.Instant;
import java.util.UUID;

/** A {@link Verification} on record, with its officer's name and when the database took it. */
public record Verified(UUID id, Verification verification, String officerName, Instant at) {}
