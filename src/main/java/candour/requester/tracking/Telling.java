package candour.requester.tracking;

import candour.identity.AuthorityToAct;
import candour.identity.AuthorityToAct.Reach;
import candour.identity.Representations;
import candour.identity.Requester;
import candour.notifications.Letter;
import candour.notifications.Mail;
import candour.notifications.Notifications;
import candour.platform.Controller;
import candour.platform.Days;
import candour.platform.Site;
import candour.platform.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells a person, by a way of their own, that somebody asks for them, and how to object. The mail
 * says nothing of it: it leads to the page that does.
 */
@Component
public class Telling {

  /** How long a letter takes to arrive. */
  private static final Duration POST = Duration.ofDays(3);

  private final Representations representations;
  private final Notifications notifications;
  private final Controller controller;
  private final Site site;
  private final Days days;

  Telling(
      Representations representations,
      Notifications notifications,
      Controller controller,
      Site site,
      Days days) {
    this.representations = representations;
    this.notifications = notifications;
    this.controller = controller;
    this.site = site;
    this.days = days;
  }

  /** Queues it in the transaction that makes the request, where there is a way. */
  public void tell(UUID caseId, AuthorityToAct authority, Requester asker, String subjectName) {
    var reach = authority.reach();
    if (!reach.isKnown()) {
      return;
    }
    var token = Tokens.random();
    var now = days.now();
    var delay = reach.email() == null ? POST : Duration.ZERO;
    representations.told(
        caseId,
        authority.id(),
        Tokens.hash(token),
        now,
        now.plus(Representations.TIME_TO_OBJECT).plus(delay));
    var link = site.link("/asked-for-you/" + token);
    if (reach.email() != null) {
      mail(reach.email(), link, asker.language());
    } else {
      post(caseId, reach, asker, subjectName, link);
    }
  }

  private void mail(String to, String link, Locale language) {
    notifications.mail(new Mail("asked-for-you", to, language, Map.of("link", link)));
  }

  private void post(UUID caseId, Reach reach, Requester asker, String subjectName, String link) {
    notifications.post(
        new Letter(
            caseId,
            window(subjectName, reach),
            "asked-for-you",
            asker.language(),
            Map.of(
                "by", asker.nameOr(subjectName),
                "link", link,
                "address", controller.address(),
                "phone", controller.phone())));
  }

  /** The window of the envelope; an officer rings whoever has a number alone. */
  private static Letter.To window(String name, Reach reach) {
    var postal = reach.postalAddress();
    return postal == null
        ? new Letter.To.ByHand(List.of(name, "☎ " + reach.phone()))
        : new Letter.To.Address(Stream.concat(Stream.of(name), postal.lines()).toList());
  }
}
