package candour.casework;

import candour.identity.Identity;
import candour.identity.Requester;
import candour.notifications.Letter;
import candour.notifications.Mail;
import candour.notifications.Notifications;
import candour.platform.Controller;
import candour.platform.Site;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sends word to a requester that the office has written: a mail that says nothing of the matter,
 * else a letter with the words.
 */
@Component
class Notices {

  private final Identity identity;
  private final Requests requests;
  private final Notifications notifications;
  private final Controller controller;
  private final Site site;

  Notices(
      Identity identity,
      Requests requests,
      Notifications notifications,
      Controller controller,
      Site site) {
    this.identity = identity;
    this.requests = requests;
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
    inWriting(reference, requesterId, words);
    return way(requesterId);
  }

  /** As {@link #send}, and returns the mail or letter; empty where they can only be rung. */
  Optional<UUID> inWriting(CaseReference reference, UUID requesterId, String words) {
    var requester = identity.requester(requesterId);
    if (requester.email() != null) {
      return Optional.of(mail(requester, requester.email()));
    }
    return requester.lettersAddress() == null
        ? Optional.empty()
        : Optional.of(post(reference, requester, words));
  }

  private static Dispatch way(Requester requester) {
    if (requester.email() != null) {
      return Dispatch.MAILED;
    }
    return requester.lettersAddress() == null ? Dispatch.TO_BE_PHONED : Dispatch.POSTED;
  }

  private UUID mail(Requester requester, String to) {
    var link = site.link("/my-request/link");
    return notifications.mail(
        new Mail("written", to, requester.language(), Map.of("link", link), requester.id()));
  }

  private UUID post(CaseReference reference, Requester requester, String words) {
    var standpoint = Standpoint.of(requester, requests.facts(reference).requesterId());
    return notifications.post(
        Letter.to(
            requester.id(),
            reference.value(),
            "written",
            requester.language(),
            Map.of(
                "words", words, "address", controller.address(), "standpoint", standpoint.name())));
  }
}
