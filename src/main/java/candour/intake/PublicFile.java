package candour.intake;

/** What became of a file that a member of the public sent: made safe, or refused for one reason. */
public sealed interface PublicFile {

  /** Fit for a page, a header or a file system. */
  String fileName();

  /**
   * The file drawn anew: nothing of what was sent is in it but what can be seen.
   *
   * @param mediaType {@code application/pdf}, {@code image/jpeg} or {@code image/png}
   */
  record Sound(String fileName, String mediaType, byte[] content) implements PublicFile {}

  /** Nothing of it is kept. */
  record Refused(String fileName, Reason reason) implements PublicFile {}

  /** Why a file is refused; the sentence is {@code upload.refused.<reason>}. */
  enum Reason {
    EMPTY,
    TOO_LARGE,
    /** Neither a PDF nor a JPEG or PNG picture by its name. */
    UNKNOWN_TYPE,
    /** Its name says one type and its first bytes another. */
    MISNAMED,
    PASSWORD_PROTECTED,
    /** It cannot be opened or drawn to its end. */
    BROKEN,
    TOO_MANY_PAGES,
    /** A small file that unpacks to a very large one. */
    EXPANDS_TOO_FAR,
    /** The scanner named a virus in it. */
    INFECTED,
    /** The scanner gave no answer: nothing is taken in unchecked. */
    NOT_SCANNED
  }
}
