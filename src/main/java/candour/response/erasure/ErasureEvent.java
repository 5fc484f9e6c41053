package candour.response.erasure;

import candour.platform.Fact;
import java.time.LocalDate;
import java.util.UUID;

/** What happens to a case after its answer, until it is erased, and must be provable. */
sealed interface ErasureEvent extends Fact {

  @Override
  UUID caseId();

  record HoldPlaced(UUID caseId, UUID holdId, Because because, UUID officerId)
      implements ErasureEvent {
    @Override
    public String factClass() {
      return "case.hold-placed";
    }
  }

  record HoldLifted(UUID caseId, UUID holdId, UUID officerId) implements ErasureEvent {
    @Override
    public String factClass() {
      return "case.hold-lifted";
    }
  }

  record ErasureProposed(UUID caseId, UUID erasureId, Basis basis, UUID officerId)
      implements ErasureEvent {
    @Override
    public String factClass() {
      return "case.erasure-proposed";
    }
  }

  record ErasureDeclined(UUID caseId, UUID erasureId, UUID officerId) implements ErasureEvent {
    @Override
    public String factClass() {
      return "case.erasure-declined";
    }
  }

  /** The entry of this fact alone still tells who erased a case, and what its rows are since. */
  record CaseErased(
      UUID caseId,
      UUID erasureId,
      Basis basis,
      UUID proposedBy,
      LocalDate proposedOn,
      UUID approvedBy)
      implements ErasureEvent {
    @Override
    public String factClass() {
      return "case.erased";
    }

    @Override
    public boolean outlivesCase() {
      return true;
    }
  }
}
