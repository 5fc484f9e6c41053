package candour.platform.security;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** Somebody whose password was right and whose authenticator has not been asked yet. */
record Candidate(UUID account, Instant since) implements Serializable {}
