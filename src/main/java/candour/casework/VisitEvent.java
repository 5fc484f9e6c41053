package candour.casework;

import candour.platform.Fact;
import java.util.UUID;

/** That somebody opened a case for another person: it can be proved when the case is gone too. */
sealed interface VisitEvent extends Fact {

  @Override
  UUID caseId();

  @Override
  default boolean outlivesCase() {
    return true;
  }

  /** An officer opened the case. */
  record CaseVisited(UUID caseId, UUID officerId) implements VisitEvent {
    @Override
    public String factClass() {
      return "case.visited";
    }
  }

  /** Whoever asks for the person opened the request. */
  record CaseVisitedOnBehalf(UUID caseId, UUID requesterId) implements VisitEvent {
    @Override
    public String factClass() {
      return "case.visited-on-behalf";
    }
  }
}
