package candour.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that travels with the commit of its transaction, and so costs no way to the database
 * of its own: either both take effect or neither does.
 */
public interface LastStatement {

  /**
   * Sends the statement in one message with the commit. One that was to be the last is sent at once
   * when another comes. What it writes is not seen before; what the database refuses is thrown by
   * the commit.
   *
   * @param values of its parameters, in their order
   */
  void send(String sql, List<? extends @Nullable Object> values);
}
