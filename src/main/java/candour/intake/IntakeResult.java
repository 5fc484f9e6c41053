package candour.intake;

/** What became of a file offered as a record: taken in, or refused for one plain reason. */
public sealed interface IntakeResult {

  /**
   * @param pages the number of pages, at least 1
   * @param safeFileName fit for a page, a header or a file system
   */
  record Accepted(int pages, String safeFileName) implements IntakeResult {}

  record Refused(Reason reason, String safeFileName) implements IntakeResult {}

  /** Why a file is refused; each has its own words on the page. */
  enum Reason {
    EMPTY,
    /** It does not begin as a PDF, whatever its name says. */
    NOT_PDF,
    /** It cannot be opened without a password, or its locks hide what it would unpack to. */
    PASSWORD_PROTECTED,
    /** Cut short, damaged, or put together in a way no reader can follow. */
    BROKEN,
    TOO_LARGE,
    TOO_MANY_PAGES,
    /** A small file that unpacks to a very large one. */
    EXPANDS_TOO_FAR
  }
}
