package candour.notifications;

/**
 * A letter as it goes if it goes now, or as it went.
 *
 * @param byPost whether it is posted; otherwise an officer tells what is in it
 */
record Printed(Rendered words, boolean byPost) {

  /** By which it is seen that somebody is reached otherwise than when it was printed. */
  String mark() {
    return Integer.toHexString(hashCode());
  }

  String delivery() {
    return byPost ? "POST" : "TELL";
  }
}
