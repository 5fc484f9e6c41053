package candour.audit.log;

import candour.platform.Fact;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A log had to end, because the database has forgotten or changed what it had signed; another goes
 * on. The first entry that is placed for the latter.
 *
 * @param origin the name of the log that goes on
 * @param ended the name of the one that does not
 * @param size how many entries the last checkpoint of the ended log has, as far as is known here
 * @param root its root, in Base64
 * @param kept how many entries the database still has, whether or not those are the same
 */
record LogSucceeded(
    String origin, String ended, long size, String root, long kept, String explanation)
    implements Fact {

  @Override
  public String factClass() {
    return "log.succeeded";
  }

  @Override
  public boolean isPublic() {
    return true;
  }

  @Override
  public @Nullable UUID caseId() {
    return null;
  }
}
