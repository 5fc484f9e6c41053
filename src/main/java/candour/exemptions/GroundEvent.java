package candour.exemptions;

import candour.platform.Fact;
import java.util.UUID;

/** What is written down about grounds other than immigration control, and about health data. */
sealed interface GroundEvent extends Fact {

  @Override
  UUID caseId();

  /**
   * An officer wrote down why a ground applies.
   *
   * @param code the ground
   */
  record GroundReliedOn(UUID caseId, UUID relianceId, UUID itemId, String code, UUID officerId)
      implements GroundEvent {

    @Override
    public String factClass() {
      return "ground.relied-on";
    }
  }

  /** A health professional's opinion came. */
  record HealthOpinionRecorded(
      UUID caseId, UUID opinionId, UUID itemId, boolean testMet, UUID officerId)
      implements GroundEvent {

    @Override
    public String factClass() {
      return "health.opinion-recorded";
    }
  }

  /** The person has seen the data, or knows them. */
  record HealthKnown(UUID caseId, UUID knownId, UUID itemId, UUID officerId)
      implements GroundEvent {

    @Override
    public String factClass() {
      return "health.known";
    }
  }
}
