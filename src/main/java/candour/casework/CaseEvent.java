package candour.casework;

import candour.identity.AuthorityOnRecord.Cause;
import candour.identity.ContactChange;
import candour.platform.Fact;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a case and must be provable. */
sealed interface CaseEvent extends Fact {

  @Override
  UUID caseId();

  /**
   * A request came.
   *
   * @param officerId who entered it; null where it came through the portal
   */
  record CaseOpened(
      UUID caseId, UUID subjectId, UUID requesterId, Channel channel, @Nullable UUID officerId)
      implements CaseEvent {
    @Override
    public String factClass() {
      return "request.received";
    }
  }

  /** A file that shows who the person is came. */
  record EvidenceSent(UUID caseId, UUID documentId) implements CaseEvent {
    @Override
    public String factClass() {
      return "identity.evidence-sent";
    }
  }

  /**
   * The files that showed who the person is are gone.
   *
   * @param files how many; at least 1
   */
  record EvidenceDestroyed(UUID caseId, int files, LocalDate on) implements CaseEvent {
    @Override
    public String factClass() {
      return "identity.evidence-destroyed";
    }
  }

  /**
   * A letter was written, by the requester or to them.
   *
   * @param officerId who wrote it, or wrote down what the requester said; null where they wrote it
   *     here
   */
  record MessageWritten(UUID caseId, UUID messageId, @Nullable UUID officerId)
      implements CaseEvent {
    @Override
    public String factClass() {
      return "message.written";
    }
  }

  /** The other side read what was written to it. */
  record MessagesRead(UUID caseId, @Nullable UUID officerId) implements CaseEvent {
    @Override
    public String factClass() {
      return "message.read";
    }
  }

  /** A file was added to a letter. */
  record FileAdded(UUID caseId, UUID messageId, UUID documentId) implements CaseEvent {
    @Override
    public String factClass() {
      return "message.file-added";
    }
  }

  /** Answered, and open again. */
  record CaseReopened(UUID caseId, Reopening because) implements CaseEvent {
    @Override
    public String factClass() {
      return "case.reopened";
    }
  }

  /**
   * The request became guarded, from now on.
   *
   * @param officerId who found so; null where the requester said so
   */
  record CaseGuarded(UUID caseId, UUID protectionId, @Nullable UUID officerId)
      implements CaseEvent {
    @Override
    public String factClass() {
      return "case.guarded";
    }
  }

  /** A step towards the end of the guard, or against it. */
  record GuardQuestioned(
      UUID caseId, UUID reclassificationId, GuardStep step, @Nullable UUID officerId)
      implements CaseEvent {
    @Override
    public String factClass() {
      return switch (step) {
        case PROPOSED -> "case.reclassification-proposed";
        case APPROVED -> "case.reclassification-approved";
        case RETURNED -> "case.reclassification-returned";
        case NOTICED -> "case.reclassification-noticed";
        case OBJECTED -> "case.reclassification-objected";
        case EFFECTIVE -> "case.reclassification-effective";
      };
    }
  }

  /** What is done about a reclassification. */
  enum GuardStep {
    PROPOSED,
    APPROVED,
    RETURNED,
    NOTICED,
    OBJECTED,
    EFFECTIVE
  }

  /** An officer recorded that the case is urgent, or no longer. */
  record UrgencyChanged(UUID caseId, UUID changeId, boolean urgent, UUID officerId)
      implements CaseEvent {
    @Override
    public String factClass() {
      return urgent ? "case.urgent" : "case.urgent-no-longer";
    }
  }

  record CaseAllocated(UUID caseId, UUID officerId, UUID byOfficerId) implements CaseEvent {
    @Override
    public String factClass() {
      return "case.allocated";
    }
  }

  /** An officer looked at who the person is, and accepted it or did not. */
  record IdentityLookedAt(UUID caseId, UUID verificationId, UUID officerId, boolean accepted)
      implements CaseEvent {
    @Override
    public String factClass() {
      return accepted ? "identity.verified" : "identity.rejected";
    }
  }

  /** An officer accepted or rejected the authority of whoever asked for somebody else. */
  record AuthorityRuled(UUID caseId, UUID rulingId, UUID officerId, boolean accepted)
      implements CaseEvent {
    @Override
    public String factClass() {
      return accepted ? "authority.accepted" : "authority.rejected";
    }
  }

  /** Somebody said how they can be reached safely. */
  record SafeContactSaid(UUID caseId, UUID requesterId) implements CaseEvent {
    @Override
    public String factClass() {
      return "contact.safe-said";
    }
  }

  /** The person whom a request of somebody else is about follows it themselves. */
  record PersonFollows(UUID caseId, UUID requesterId) implements CaseEvent {
    @Override
    public String factClass() {
      return "authority.person-follows";
    }
  }

  /** A change of contact details was asked for; it has no effect yet. */
  record ContactChangeAsked(UUID caseId, UUID changeId, @Nullable UUID officerId)
      implements CaseEvent {
    @Override
    public String factClass() {
      return "contact.change-asked";
    }
  }

  /** An officer made sure that it is they who want their contact details changed. */
  record ContactChangeChecked(UUID caseId, UUID changeId, UUID officerId) implements CaseEvent {
    @Override
    public String factClass() {
      return "contact.change-checked";
    }
  }

  /** A change of contact details took effect, or was given up. */
  record ContactChangeEnded(
      UUID caseId, UUID changeId, ContactChange.Cause cause, @Nullable UUID officerId)
      implements CaseEvent {
    @Override
    public String factClass() {
      return cause.isEffective() ? "contact.changed" : "contact.change-ended";
    }
  }

  /** An officer has looked at what somebody told the portal. */
  record AlertSeen(UUID caseId, UUID alertId, UUID officerId) implements CaseEvent {
    @Override
    public String factClass() {
      return "alert.seen";
    }
  }

  /**
   * The person took back the authority of whoever asked for them.
   *
   * @param officerId whom they told; null where they objected themselves
   */
  record AuthorityEnded(UUID caseId, UUID requesterId, Cause cause, @Nullable UUID officerId)
      implements CaseEvent {
    @Override
    public String factClass() {
      return switch (cause) {
        case OBJECTED -> "authority.objected";
        case REVOKED -> "authority.revoked";
      };
    }
  }

  /** A line was added to the record of the clock. */
  record ClockMoved(UUID caseId, UUID eventId, ClockEntry.Kind kind, LocalDate on)
      implements CaseEvent {
    @Override
    public String factClass() {
      return switch (kind) {
        case IDENTITY_DOUBTED -> "clock.identity-doubted";
        case IDENTITY_INFORMATION_RECEIVED -> "clock.identity-information-received";
        case FEE_FOUND -> "clock.fee-found";
        case FEE_PAID -> "clock.fee-paid";
        case CLARIFICATION_ASKED -> "clock.clarification-asked";
        case CLARIFICATION_ANSWERED -> "clock.clarification-answered";
        case EXTENDED -> "clock.extended";
      };
    }
  }

  /** The requester wants something otherwise; an officer recorded it, or null if they did. */
  record RequestChanged(UUID caseId, UUID wishId, Wish.Wanted wanted, @Nullable UUID officerId)
      implements CaseEvent {
    @Override
    public String factClass() {
      return switch (wanted) {
        case MORE -> "request.widened";
        case NARROWER -> "request.narrowed";
        case LARGE_PRINT, AUDIO, BRAILLE, OTHER_LANGUAGE, CALL -> "request.format-asked";
        case WITHDRAWAL -> "request.withdrawn";
      };
    }
  }

  /** The request ended, as an older one of the same person asks for all of it. */
  record RequestJoined(UUID caseId, UUID intoId, @Nullable UUID officerId) implements CaseEvent {
    @Override
    public String factClass() {
      return "request.joined";
    }
  }

  record SearchRecorded(UUID caseId, UUID searchId, UUID officerId) implements CaseEvent {
    @Override
    public String factClass() {
      return "search.recorded";
    }
  }
}
