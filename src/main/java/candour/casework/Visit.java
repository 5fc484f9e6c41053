package candour.casework;

import candour.platform.Officer.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That an officer opened a case: everything of it but who.
 *
 * @param unit where in the office they worked then; perhaps empty
 */
public record Visit(UUID id, List<Role> roles, String unit, Instant openedAt) {}
