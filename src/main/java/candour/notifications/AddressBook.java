package candour.notifications;

import java.util.List;
import java.util.UUID;

/** Knows where people are reached now; the post room only asks. */
public interface AddressBook {

  /** Whether letters may be put in the post to them; whoever acts. */
  boolean takesLetters(UUID person);

  /**
   * The word by which they know that it is really the office, if this is where they are reached now
   * and they ask for themselves; else empty. As far as whoever acts may read it.
   */
  String word(UUID person, String email);

  /** What stands in the window of a letter to them if it goes now; for people at work. */
  Window window(UUID person);

  /**
   * What stands in the window.
   *
   * @param lines name and address; or the name, how they are to be told, and what to mind
   * @param byPost whether it may be posted; otherwise an officer tells them
   * @param word by which they know that it is really the office; perhaps empty
   */
  record Window(List<String> lines, boolean byPost, String word) {

    public Window {
      lines = List.copyOf(lines);
    }
  }
}
