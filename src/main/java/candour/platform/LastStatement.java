package candour.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that travels with the commit of its transaction where nothing comes after it, and so
 * costs no way to the database of its own: either both take effect or neither does.
 */
public interface LastStatement {

  /**
   * Sends the statement in one message with the commit; or before whatever is asked of the database
   * next, if anything is. What the database refuses is thrown then.
   *
   * @param values of its parameters, in their order
   */
  void send(String sql, List<? extends @Nullable Object> values);
}
