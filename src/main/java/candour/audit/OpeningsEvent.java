package candour.audit;

import candour.platform.Fact;
import java.util.UUID;

/** What happens to the openings of a case and must be provable. */
sealed interface OpeningsEvent extends Fact {

  @Override
  UUID caseId();

  record OpeningsRequested(UUID caseId, UUID requestId, Recipient recipient, UUID officerId)
      implements OpeningsEvent {
    @Override
    public String factClass() {
      return "openings.requested";
    }
  }

  record OpeningsApproved(UUID caseId, UUID requestId, UUID officerId) implements OpeningsEvent {
    @Override
    public String factClass() {
      return "openings.approved";
    }
  }

  record OpeningsHandedOut(UUID caseId, UUID requestId, UUID officerId) implements OpeningsEvent {
    @Override
    public String factClass() {
      return "openings.handed-out";
    }
  }
}
