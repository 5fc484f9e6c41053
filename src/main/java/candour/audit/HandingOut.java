package candour.audit;

import candour.audit.OpeningRequests.OpeningRequest;
import candour.audit.OpeningsEvent.OpeningsApproved;
import candour.audit.OpeningsEvent.OpeningsHandedOut;
import candour.audit.OpeningsEvent.OpeningsRequested;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands everything that the log knows about a case to those who may demand it: one senior officer
 * asks, another approves, and each step is an entry of the log itself.
 */
@Component
@Transactional
class HandingOut {

  private final OpeningRequests requests;
  private final Bundles bundles;
  private final ApplicationEventPublisher events;

  HandingOut(OpeningRequests requests, Bundles bundles, ApplicationEventPublisher events) {
    this.requests = requests;
    this.bundles = bundles;
    this.events = events;
  }

  @Transactional(readOnly = true)
  public List<OpeningRequest> of(UUID caseId) {
    return requests.of(caseId);
  }

  /**
   * Asks for the openings of a case.
   *
   * @param reason 10 to 4,000 characters
   */
  public void request(UUID caseId, Recipient recipient, String reason, Officer by) {
    requireSenior(by);
    var id = Identifiers.next();
    requests.add(caseId, id, recipient, reason.strip(), by);
    events.publishEvent(new OpeningsRequested(caseId, id, recipient, by.id()));
  }

  /** Approves what another senior officer asked for; a second time is nothing new. */
  public void approve(UUID caseId, UUID id, Officer by) {
    requireSenior(by);
    var request = requests.get(caseId, id);
    if (request.requestedBy().equals(by.id())) {
      throw new Refusal("four-eyes");
    }
    if (!request.isApproved()) {
      requests.approve(caseId, request, by);
      events.publishEvent(new OpeningsApproved(caseId, id, by.id()));
    }
  }

  /** The file for the recipient, once two officers stand for it. */
  public byte[] handOut(UUID caseId, UUID id, Officer by) {
    requireSenior(by);
    var request = requests.get(caseId, id);
    if (!request.isApproved()) {
      throw new Refusal("openings-not-approved");
    }
    var bundle = bundles.of(caseId, request);
    events.publishEvent(new OpeningsHandedOut(caseId, id, by.id()));
    return bundle;
  }

  private static void requireSenior(Officer officer) {
    if (!officer.is(Role.SENIOR)) {
      throw new Refusal("senior-officer-only");
    }
  }
}
