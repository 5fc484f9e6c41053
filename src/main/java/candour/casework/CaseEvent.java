package candour.casework;

import candour.platform.Fact;
import java.time.LocalDate;
import java.util.UUID;

/** What happens to a case and must be provable. */
sealed interface CaseEvent extends Fact {

  @Override
  UUID caseId();

  record CaseOpened(UUID caseId, UUID subjectId, UUID requesterId) implements CaseEvent {
    @Override
    public String factClass() {
      return "request.received";
    }
  }

  record CaseAllocated(UUID caseId, UUID officerId, UUID byOfficerId) implements CaseEvent {
    @Override
    public String factClass() {
      return "case.allocated";
    }
  }

  record IdentityVerified(UUID caseId, UUID verificationId, UUID officerId) implements CaseEvent {
    @Override
    public String factClass() {
      return "identity.verified";
    }
  }

  record IdentityRejected(UUID caseId, UUID verificationId, UUID officerId) implements CaseEvent {
    @Override
    public String factClass() {
      return "identity.rejected";
    }
  }

  record IdentityDoubted(UUID caseId, UUID eventId, LocalDate on) implements CaseEvent {
    @Override
    public String factClass() {
      return "clock.identity-doubted";
    }
  }

  record IdentityInformationReceived(UUID caseId, UUID eventId, LocalDate on) implements CaseEvent {
    @Override
    public String factClass() {
      return "clock.identity-information-received";
    }
  }

  record ClarificationAsked(UUID caseId, UUID eventId, LocalDate on) implements CaseEvent {
    @Override
    public String factClass() {
      return "clock.clarification-asked";
    }
  }

  record ClarificationAnswered(UUID caseId, UUID eventId, LocalDate on) implements CaseEvent {
    @Override
    public String factClass() {
      return "clock.clarification-answered";
    }
  }

  record PeriodExtended(UUID caseId, UUID eventId, LocalDate on) implements CaseEvent {
    @Override
    public String factClass() {
      return "clock.extended";
    }
  }

  record SearchRecorded(UUID caseId, UUID searchId, UUID officerId) implements CaseEvent {
    @Override
    public String factClass() {
      return "search.recorded";
    }
  }
}
