package candour.exemptions;

import candour.platform.Refusal;

/** How much has to be written, as the database counts it: in characters, runs of space as one. */
public final class Words {

  /** The least that a reason of the determination itself is. */
  public static final int REASON = 40;

  /** The least that a consideration is. */
  public static final int CONSIDERATION = 20;

  /** The least that an approver's, or a withdrawing officer's, reason is. */
  public static final int RULING = 10;

  /** The most that anybody may write in one field. */
  public static final int MOST = 20_000;

  private Words() {}

  /** Whether at least so many characters are said, and no more than {@link #MOST}. */
  public static boolean say(String words, int least) {
    return written(words) >= least && words.codePointCount(0, words.length()) <= MOST;
  }

  static void require(String words, int least) {
    if (!say(words, least)) {
      throw new Refusal("says-too-little");
    }
  }

  private static int written(String words) {
    var said = words.replaceAll("(?U)\\s+", " ").strip();
    return said.codePointCount(0, said.length());
  }
}
