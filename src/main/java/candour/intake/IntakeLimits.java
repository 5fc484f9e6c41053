package candour.intake;

/**
 * How large a record may be, before and after unpacking.
 *
 * @param fileBytes the largest file
 * @param pages the most pages
 * @param streamBytes the most that one stream may unpack to
 * @param imagePixels the largest picture, width times height
 */
public record IntakeLimits(long fileBytes, int pages, int streamBytes, long imagePixels) {

  private static final int MEBIBYTE = 1 << 20;

  public IntakeLimits {
    if (fileBytes < 1 || pages < 1 || streamBytes < 1 || imagePixels < 1) {
      throw new IllegalArgumentException("Every limit must be positive");
    }
  }

  /** For files that officers collect: 200 MiB, 2,000 pages. */
  public static IntakeLimits forOfficers() {
    return new IntakeLimits(200L * MEBIBYTE, 2_000, 128 * MEBIBYTE, 120_000_000);
  }

  /** For files that members of the public send: 10 MiB, 50 pages. */
  static IntakeLimits forThePublic() {
    return new IntakeLimits(10L * MEBIBYTE, 50, 64 * MEBIBYTE, 60_000_000);
  }

  /** What all streams of a file may unpack to together: generous for paper, hopeless for a bomb. */
  long totalBytes(long size) {
    return 4L * streamBytes + 40 * size;
  }
}
