package candour.audit.log;

import candour.platform.Fact;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Witnesses were waited for in vain, and answers go out on the log's own signature.
 *
 * @param size of the tree that too few witnesses have cosigned
 */
record WitnessMissed(long size, int quorum) implements Fact {

  @Override
  public String factClass() {
    return "log.witness-missed";
  }

  @Override
  public @Nullable UUID caseId() {
    return null;
  }
}
