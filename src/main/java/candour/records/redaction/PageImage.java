package candour.records.redaction;

/** A picture of a page, or the reason why there is none. */
public sealed interface PageImage {

  /**
   * A page as a picture.
   *
   * @param png the encoded picture
   * @param width in pixels
   * @param height in pixels
   */
  record Drawn(byte[] png, int width, int height) implements PageImage {}

  record NotDrawn(Why why) implements PageImage {}

  /**
   * Why a page cannot be drawn whole; a page that lacks a part is never shown as if it were whole.
   */
  enum Why {
    NO_SUCH_PAGE,
    TOO_LARGE,
    TOO_SLOW,
    DAMAGED,
    /** A picture in a format that cannot be decoded here, such as JPEG 2000. */
    UNKNOWN_PICTURE_FORMAT
  }
}
