package candour.audit;

import java.time.Instant;

/**
 * The state of the log at its last signature.
 *
 * @param origin the log's name
 * @param size the number of entries
 * @param root the one hash over all of them (RFC 9162 §2.1.1), in Base64
 * @param note the signed text (c2sp.org/tlog-checkpoint)
 */
public record Checkpoint(String origin, long size, String root, Instant signedAt, String note) {}
