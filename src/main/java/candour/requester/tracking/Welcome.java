package candour.requester.tracking;

import candour.identity.Capacity;
import candour.identity.Requester;
import candour.notifications.Letter;
import candour.notifications.Mail;
import candour.notifications.Notifications;
import candour.platform.RequestHolder;
import candour.platform.Site;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Confirms a request: by mail with the first link, or in a letter to whoever gave no e-mail
 * address.
 */
@Component
public class Welcome {

  private static final String TEMPLATE = "request-received";

  /** About somebody who has died: no time runs. */
  private static final String COURTESY = "courtesy-received";

  private final Links links;
  private final Notifications notifications;
  private final Site site;
  private final LinkSettings settings;

  Welcome(Links links, Notifications notifications, Site site, LinkSettings settings) {
    this.links = links;
    this.notifications = notifications;
    this.site = site;
    this.settings = settings;
  }

  /** Queues it in the transaction that makes the request. */
  public void send(RequestHolder holder, Requester requester, String number, Browser browser) {
    var email = requester.email();
    if (email != null) {
      mail(holder, requester, email, browser);
    } else {
      notifications.post(
          Letter.to(
              requester.id(),
              holder.caseId(),
              requester.capacity() == Capacity.EXECUTOR ? COURTESY : TEMPLATE,
              requester.language(),
              Map.of("number", number)));
    }
  }

  /**
   * The same for a request that an officer has put on record, the way it came. No browser waits for
   * a link, so the mail says where to ask for one.
   *
   * @param receivedOn in London
   * @param byPost whether a letter comes before a mail
   */
  public void sendEntered(
      RequestHolder holder,
      Requester requester,
      String number,
      LocalDate receivedOn,
      boolean byPost) {
    var email = requester.email();
    var language = requester.language();
    if (email != null && !(byPost && requester.lettersAddress() != null)) {
      var link = Map.of("link", site.link("/my-request/link"));
      notifications.mail(new Mail("request-entered", email, language, link));
    } else {
      var on = DateTimeFormatter.ofPattern("d MMMM uuuu", language).format(receivedOn);
      notifications.post(
          Letter.to(
              requester.id(),
              holder.caseId(),
              requester.capacity() == Capacity.EXECUTOR ? COURTESY : "request-entered",
              language,
              Map.of("number", number, "on", on, "link", site.link("/my-request/link"))));
    }
  }

  private void mail(RequestHolder holder, Requester requester, String email, Browser browser) {
    var link = site.link("/my-request/open/" + links.issue(holder, email, browser));
    var minutes = Long.toString(settings.life().toMinutes());
    notifications.mail(
        new Mail(TEMPLATE, email, requester.language(), Map.of("link", link, "minutes", minutes)));
  }
}
