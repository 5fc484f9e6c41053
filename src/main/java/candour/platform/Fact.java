package candour.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and must be provable. A fact is a record, published as an event within
 * the transaction that makes it true, once the rows that it is about are written and before those
 * of the next: its entry speaks of what was done since the one before. Its components become the
 * sealed payload of its log entry, so they carry identifiers, never names.
 */
public interface Fact {

  /** What happened, in the log's clear text, such as {@code determination.approved}. */
  String factClass();

  /** The provision concerned, in the log's clear text, such as {@code uk-gdpr-15-1-3}. */
  default @Nullable String provision() {
    return null;
  }

  /**
   * What a committee may read of it: reviewed words that name nobody, with a commitment of their
   * own.
   */
  default @Nullable String summary() {
    return null;
  }

  /** Whether anyone may read the payload, because nobody is in it. */
  default boolean isPublic() {
    return false;
  }

  /**
   * Whether the payload must stay readable once the key of its case was destroyed, as what is said
   * of the erasure itself must. Nothing of the person may be in it.
   */
  default boolean outlivesCase() {
    return false;
  }

  /**
   * The case whose key seals the payload, unless it {@link #outlivesCase}; null where the fact is
   * about no case.
   */
  @Nullable UUID caseId();
}
