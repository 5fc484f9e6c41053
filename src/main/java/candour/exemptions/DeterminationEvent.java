package candour.exemptions;

import candour.platform.Fact;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to determinations, each logged with its provision in clear. */
sealed interface DeterminationEvent extends Fact {

  /** One officer proposed to apply the exemption, or to refrain. */
  record DeterminationProposed(
      UUID caseId,
      String provision,
      UUID determinationId,
      UUID itemId,
      boolean applied,
      UUID proposedBy)
      implements DeterminationEvent {

    @Override
    public String factClass() {
      return "determination.proposed";
    }
  }

  /**
   * Another officer approved it.
   *
   * @param told whether the person is told; null where nothing is applied
   * @param summary in which the approver found nobody
   */
  record DeterminationApproved(
      UUID caseId,
      String provision,
      UUID determinationId,
      @Nullable Boolean told,
      String summary,
      UUID approvedBy)
      implements DeterminationEvent {

    @Override
    public String factClass() {
      return "determination.approved";
    }
  }

  /** Another officer gave it back. */
  record DeterminationReturned(UUID caseId, String provision, UUID determinationId, UUID returnedBy)
      implements DeterminationEvent {

    @Override
    public String factClass() {
      return "determination.returned";
    }
  }

  /**
   * What was in force is so no longer.
   *
   * @param endedBy the officer who put it on record; null where it lapsed, or where the requester
   *     said that the request is guarded
   */
  record DeterminationEnded(
      UUID caseId,
      String provision,
      UUID determinationId,
      Ending.Kind ending,
      Ending.By by,
      @Nullable UUID endedBy)
      implements DeterminationEvent {

    @Override
    public String factClass() {
      return "determination.ended";
    }
  }

  /** How far going on not telling has come. */
  enum Step {
    PROPOSED,
    APPROVED,
    RETURNED
  }

  /** One officer proposed to go on not telling the person, or another decided on that. */
  record SilenceStep(
      UUID caseId,
      String provision,
      UUID determinationId,
      UUID silenceId,
      Step step,
      UUID officerId)
      implements DeterminationEvent {

    @Override
    public String factClass() {
      return switch (step) {
        case PROPOSED -> "determination.silence-proposed";
        case APPROVED -> "determination.silence-approved";
        case RETURNED -> "determination.silence-returned";
      };
    }
  }

  /**
   * An attempt was refused by the guard, by four eyes, or because the exemption is not this
   * controller's.
   */
  record DeterminationRefused(UUID caseId, @Nullable String provision, String rule, UUID officerId)
      implements DeterminationEvent {

    @Override
    public String factClass() {
      return "determination.refused";
    }
  }
}
