package candour.records.redaction;

/**
 * Something in a prepared page that must not be there. It names a kind and a place, never the text.
 *
 * @param where such as "object 12"
 */
public record Leak(Kind kind, String where) {

  /** What was found. */
  public enum Kind {
    /** A letter stands inside a region. */
    TEXT_IN_REGION,
    /** A word that stood only under regions occurs somewhere in the file. */
    WITHHELD_WORD,
    /** A region of the picture is not painted over. */
    UNPAINTED_REGION,
    /**
     * Anything but one picture and its words: notes, attachments, scripts, forms, layers, drawings.
     */
    FOREIGN_PART,
    /** The file keeps an earlier version of itself. */
    EARLIER_REVISION,
    /** The file could not be read back. */
    UNREADABLE
  }
}
