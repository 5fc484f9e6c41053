package candour.casework;

import candour.platform.Fact;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint or a correction came, or a step was taken in it.
 *
 * @param officerId who did; null where the requester or the portal did
 */
record RedressMoved(UUID caseId, UUID redressId, Step step, @Nullable UUID officerId)
    implements Fact {

  /** What is done about a complaint, a correction, or a recipient of what was corrected. */
  enum Step {
    COMPLAINT_RECEIVED,
    COMPLAINT_ACKNOWLEDGED,
    COMPLAINT_PROGRESS,
    COMPLAINT_DECIDED,
    CORRECTION_ASKED,
    CORRECTION_EXTENDED,
    CORRECTION_RULED,
    RECIPIENTS_FOUND,
    RECIPIENT_SETTLED
  }

  @Override
  public String factClass() {
    return switch (step) {
      case COMPLAINT_RECEIVED -> "complaint.received";
      case COMPLAINT_ACKNOWLEDGED -> "complaint.acknowledged";
      case COMPLAINT_PROGRESS -> "complaint.progress-told";
      case COMPLAINT_DECIDED -> "complaint.decided";
      case CORRECTION_ASKED -> "correction.asked";
      case CORRECTION_EXTENDED -> "correction.extended";
      case CORRECTION_RULED -> "correction.ruled";
      case RECIPIENTS_FOUND -> "correction.recipients-found";
      case RECIPIENT_SETTLED -> "correction.recipient-settled";
    };
  }
}
