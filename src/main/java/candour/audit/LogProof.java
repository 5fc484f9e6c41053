package candour.audit;

/**
 * What proves to anyone, offline, that an entry is in the log.
 *
 * @param leaf the entry itself
 * @param file the content of a {@code .tlog-proof} file (c2sp.org/tlog-proof)
 */
public record LogProof(long index, String leaf, String file) {}
