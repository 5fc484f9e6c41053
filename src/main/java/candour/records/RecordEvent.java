package candour.records;

import candour.platform.Fact;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a record and must be provable. */
public sealed interface RecordEvent extends Fact {

  @Override
  UUID caseId();

  /**
   * A record was collected for a case.
   *
   * @param sha256 of the file as it was uploaded
   */
  record RecordCollected(UUID caseId, UUID recordId, UUID searchId, byte[] sha256, int pages)
      implements RecordEvent {
    @Override
    public String factClass() {
      return "record.collected";
    }
  }

  /** Somebody saw data concerning health in it. */
  record HealthTagged(UUID caseId, UUID recordId, UUID officerId) implements RecordEvent {
    @Override
    public String factClass() {
      return "record.health-tagged";
    }
  }

  /** Places on a page were marked that need a decision under the immigration exemption. */
  record PlacesMarked(UUID caseId, UUID recordId, int page, UUID itemId, int places, UUID officerId)
      implements RecordEvent {
    @Override
    public String factClass() {
      return "page.places-marked";
    }
  }

  /**
   * It was decided what becomes of a page.
   *
   * @param preparedSha256 of the page as it will be released; null where it is withheld
   */
  record PageDecided(
      UUID caseId,
      UUID recordId,
      int page,
      UUID decisionId,
      String decision,
      int regions,
      byte @Nullable [] preparedSha256)
      implements RecordEvent {
    @Override
    public String factClass() {
      return "page.decided";
    }
  }
}
