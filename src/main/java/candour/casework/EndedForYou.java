package candour.casework;

import candour.identity.AuthorityOnRecord;
import candour.identity.Identity;
import candour.identity.Representations;
import candour.identity.Requester;
import candour.notifications.Letter;
import candour.notifications.Mail;
import candour.notifications.Notifications;
import candour.platform.Controller;
import candour.platform.Site;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a person, by a way of their own, that the request made for them was withdrawn, by whomever
 * it was: where they are reached now if they follow it, else where they can be reached as was said
 * of them.
 */
@Component
@Transactional
class EndedForYou {

  private static final String TEMPLATE = "ended-for-you";

  private final Requests requests;
  private final Parties parties;
  private final Identity identity;
  private final Representations representations;
  private final Notifications notifications;
  private final Controller controller;
  private final Site site;

  EndedForYou(
      Requests requests,
      Parties parties,
      Identity identity,
      Representations representations,
      Notifications notifications,
      Controller controller,
      Site site) {
    this.requests = requests;
    this.parties = parties;
    this.identity = identity;
    this.representations = representations;
    this.notifications = notifications;
    this.controller = controller;
    this.site = site;
  }

  /** A mail says nothing of the matter. Only people at work read how the person is reached. */
  public void write(CaseReference reference) {
    var summary = requests.summary(reference);
    representations
        .of(summary.requesterId())
        .ifPresent(by ->
            parties
                .of(reference)
                .map(identity::requester)
                .ifPresentOrElse(
                    person -> write(reference, by, person),
                    () -> write(reference, by, summary.subjectName(), summary.language())));
  }

  private void write(CaseReference reference, AuthorityOnRecord by, Requester person) {
    var email = person.email();
    if (email != null) {
      notifications.mail(new Mail(TEMPLATE, email, person.language(), link(), person.id()));
    } else {
      post(reference, new Letter.To.Person(person.id()), by, person.language());
    }
  }

  private void write(CaseReference reference, AuthorityOnRecord by, String name, Locale language) {
    var reach = by.authority().reach();
    if (reach.email() != null) {
      notifications.mail(new Mail(TEMPLATE, reach.email(), language, link()));
    } else if (reach.postalAddress() != null) {
      var lines = Stream.concat(Stream.of(name), reach.postalAddress().lines()).toList();
      post(reference, new Letter.To.Address(lines), by, language);
    } else if (reach.phone() != null) {
      post(reference, new Letter.To.ByHand(List.of(name, "☎ " + reach.phone())), by, language);
    }
  }

  private Map<String, String> link() {
    return Map.of("link", site.link("/contact"));
  }

  private void post(CaseReference reference, Letter.To to, AuthorityOnRecord by, Locale language) {
    notifications.post(
        new Letter(
            reference.value(),
            to,
            TEMPLATE,
            language,
            Map.of(
                "by", by.name(),
                "address", controller.address(),
                "phone", controller.phone())));
  }
}
