package candour.audit;

import candour.platform.Seals;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the leaves commit to, as the opening file of {@code VerifyLog}, sealed under the key of the
 * case so that it goes with it.
 */
@Component
class Openings {

  private final Seals seals;

  Openings(Seals seals) {
    this.seals = seals;
  }

  byte[] seal(UUID entryId, @Nullable UUID caseId, byte[] opening) {
    return caseId == null
        ? seals.seal(context(entryId), opening)
        : seals.seal(caseId, context(entryId), opening);
  }

  private static String context(UUID entryId) {
    return "log entry " + entryId;
  }
}
