package candour.response;

import candour.casework.Outcome;
import candour.platform.Fact;
import java.util.UUID;

/** What happens to an answer and must be provable. */
sealed interface ResponseEvent extends Fact {

  @Override
  UUID caseId();

  /**
   * @param sha256 of the pack's plain content
   */
  record PackPrepared(
      UUID caseId, UUID packId, long version, Outcome outcome, int pages, byte[] sha256)
      implements ResponseEvent {
    @Override
    public String factClass() {
      return "pack.prepared";
    }
  }

  record PackApproved(UUID caseId, UUID packId, UUID officerId) implements ResponseEvent {
    @Override
    public String factClass() {
      return "pack.approved";
    }
  }

  record ResponseSent(UUID caseId, UUID packId, Outcome outcome, UUID officerId)
      implements ResponseEvent {
    @Override
    public String factClass() {
      return "response.sent";
    }
  }

  record PackDownloaded(UUID caseId, UUID packId, UUID downloadId) implements ResponseEvent {
    @Override
    public String factClass() {
      return "pack.downloaded";
    }
  }
}
