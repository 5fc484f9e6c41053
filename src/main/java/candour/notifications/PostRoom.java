package candour.notifications;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What lies in the post room, for those who may read other people's post: nobody, outside a demo.
 */
@Component
public class PostRoom {

  private final Letters letters;

  PostRoom(Letters letters) {
    this.letters = letters;
  }

  /** The newest letters first, posted or not. */
  public List<Rendered> newest(int most) {
    return letters.newest(most);
  }
}
