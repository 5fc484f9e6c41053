package candour.casework;

import candour.casework.CaseEvent.SafeContactSaid;
import candour.identity.Identity;
import candour.identity.Precautions;
import candour.identity.Requester;
import candour.platform.Refusal;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How whoever asks is reached, and what they say of it later. */
@Component
@Transactional
public class ContactDetails {

  private final Identity identity;
  private final ApplicationEventPublisher events;

  ContactDetails(Identity identity, ApplicationEventPublisher events) {
    this.identity = identity;
    this.events = events;
  }

  /** How they are reached now. */
  @Transactional(readOnly = true)
  public Requester of(UUID requesterId) {
    return identity.requester(requesterId);
  }

  /**
   * What to mind from now on; the same again changes nothing.
   *
   * @throws Refusal {@code no-way-left} if that leaves no way to reach them
   */
  public void mind(CaseReference reference, UUID requesterId, Precautions precautions) {
    var before = identity.requester(requesterId).precautions();
    if (!before.equals(precautions)) {
      identity.mind(requesterId, precautions);
      events.publishEvent(new SafeContactSaid(reference.value(), requesterId));
    }
  }
}
