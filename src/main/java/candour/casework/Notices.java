package candour.casework;

import candour.identity.Identity;
import candour.identity.Requester;
import candour.notifications.Letter;
import candour.notifications.Mail;
import candour.notifications.Notifications;
import candour.platform.Controller;
import candour.platform.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sends word to a requester that the office has written: a mail that says nothing of the matter,
 * else a letter with the words.
 */
@Component
class Notices {

  private final Identity identity;
  private final Notifications notifications;
  private final Controller controller;
  private final Site site;

  Notices(Identity identity, Notifications notifications, Controller controller, Site site) {
    this.identity = identity;
    this.notifications = notifications;
    this.controller = controller;
    this.site = site;
  }

  /** How this requester is reached. */
  Dispatch way(UUID requesterId) {
    return way(identity.requester(requesterId));
  }

  /** Queues whatever reaches this requester, in the transaction of what it tells of. */
  Dispatch send(CaseReference reference, UUID requesterId, String words) {
    var requester = identity.requester(requesterId);
    if (requester.email() != null) {
      mail(requester, requester.email());
    } else if (requester.postalAddress() != null) {
      post(reference, requester, requester.postalAddress(), words);
    }
    return way(requester);
  }

  private static Dispatch way(Requester requester) {
    if (requester.email() != null) {
      return Dispatch.MAILED;
    }
    return requester.postalAddress() == null ? Dispatch.TO_BE_PHONED : Dispatch.POSTED;
  }

  private void mail(Requester requester, String to) {
    var link = site.link("/my-request/link");
    notifications.mail(new Mail("written", to, requester.language(), Map.of("link", link)));
  }

  private void post(CaseReference reference, Requester requester, String to, String words) {
    var address = new ArrayList<String>();
    address.add(identity.subject(requester.subjectId()).fullName());
    address.addAll(to.lines().toList());
    notifications.post(
        new Letter(
            reference.value(),
            "written",
            requester.language(),
            List.copyOf(address),
            Map.of("words", words, "address", controller.address())));
  }
}
