package candour.casework.desk;

import candour.casework.Dispatch;

/** What an officer is told about how word was sent, or that they must ring. */
final class Sent {

  private Sent() {}

  /** The key of the words. */
  static String key(Dispatch dispatch) {
    return switch (dispatch) {
      case MAILED -> "case.done.mailed";
      case POSTED -> "case.done.posted";
      case TO_BE_PHONED -> "case.done.ring";
    };
  }
}
