package candour.platform;

import java.util.UUID;

/** Keeps files, each sealed under the key of the one case it belongs to. */
public interface DocumentStore {

  /** What a stored file is for; a requester can read packs, and what they sent themselves. */
  enum Purpose {
    RECORD,
    PREPARED,
    PACK,
    /** Sent by the person who asks, and drawn anew. */
    FROM_PUBLIC,
    /** Sent to that person with a letter of the office, and drawn anew. */
    TO_PUBLIC,
    /** Sent to show who somebody is, and drawn anew: part of no answer, and destroyed early. */
    EVIDENCE
  }

  /** What is known of a file without opening it; the hash is SHA-256 of the plain content. */
  record Stored(
      DocumentId id, UUID caseId, String fileName, String mediaType, long length, byte[] sha256) {}

  Stored store(UUID caseId, Purpose purpose, String fileName, String mediaType, byte[] content);

  /** The plain content of a file of that case. */
  byte[] read(DocumentId id, UUID caseId);

  /** What is known of a file of that case. */
  Stored find(DocumentId id, UUID caseId);
}
