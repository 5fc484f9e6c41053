package candour.requester.tracking;

import candour.platform.Fact;
import java.util.UUID;

/** Somebody opened a link that was mailed to them there for the first time. */
record MailReached(UUID caseId, UUID requesterId) implements Fact {

  @Override
  public String factClass() {
    return "contact.mail-reached";
  }
}
