package candour.response;

import candour.casework.Outcome;
import candour.platform.Fact;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to an answer and must be provable. */
sealed interface ResponseEvent extends Fact {

  @Override
  UUID caseId();

  /**
   * An officer kept an entry of the ledger back, or showed it after all.
   *
   * @param relianceId why it is kept back; null where it is shown
   * @param extent how much of it is; null where it is shown
   */
  record EntryDecided(
      UUID caseId,
      UUID entryId,
      @Nullable UUID relianceId,
      @Nullable EntryExtent extent,
      UUID officerId)
      implements ResponseEvent {
    @Override
    public String factClass() {
      return "entry.decided";
    }
  }

  /** An entry of the ledger was put up for a decision under the immigration exemption. */
  record EntryConsidered(UUID caseId, UUID entryId, UUID itemId, UUID officerId)
      implements ResponseEvent {
    @Override
    public String factClass() {
      return "entry.considered";
    }
  }

  /**
   * A pack was put together.
   *
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

  record PackReleased(UUID caseId, UUID packId, UUID officerId) implements ResponseEvent {
    @Override
    public String factClass() {
      return "pack.released";
    }
  }

  /**
   * Called back before it left.
   *
   * @param officerId null where the portal itself did it
   * @param reason an officer's, or the rule that came in the way
   */
  record PackRecalled(UUID caseId, UUID packId, @Nullable UUID officerId, String reason)
      implements ResponseEvent {
    @Override
    public String factClass() {
      return "pack.recalled";
    }
  }

  /**
   * It left; the officer is who released it.
   *
   * @param receipt the root of what it rests on; see {@link candour.audit.Receipts}
   */
  record ResponseSent(UUID caseId, UUID packId, Outcome outcome, UUID officerId, byte[] receipt)
      implements ResponseEvent {
    @Override
    public String factClass() {
      return "response.sent";
    }
  }

  /**
   * A further answer left; the officer is who released it.
   *
   * @param receipt as that of {@link ResponseSent}
   */
  record ResponseSupplemented(
      UUID caseId, UUID packId, int answer, Outcome outcome, UUID officerId, byte[] receipt)
      implements ResponseEvent {
    @Override
    public String factClass() {
      return "response.supplemented";
    }
  }

  /** There is a code that opens the answer; the one before no longer does. */
  record CodeIssued(UUID caseId, UUID packId, UUID codeId) implements ResponseEvent {
    @Override
    public String factClass() {
      return "code.issued";
    }
  }

  /** The person was reminded of an answer that nobody has opened, before its code ends. */
  record CodeReminded(UUID caseId, UUID codeId) implements ResponseEvent {
    @Override
    public String factClass() {
      return "code.reminded";
    }
  }

  /** Five wrong tries. */
  record CodeVoided(UUID caseId, UUID codeId) implements ResponseEvent {
    @Override
    public String factClass() {
      return "code.voided";
    }
  }

  /** A letter with a code may never go, as whoever asked for somebody else may no longer act. */
  record CodeCalledOff(UUID caseId, UUID letterId) implements ResponseEvent {
    @Override
    public String factClass() {
      return "code.called-off";
    }
  }

  record PackDownloaded(UUID caseId, UUID packId, UUID downloadId) implements ResponseEvent {
    @Override
    public String factClass() {
      return "pack.downloaded";
    }
  }
}
