package candour.casework;

import candour.identity.AuthorityOnRecord;
import candour.identity.Representations;
import candour.notifications.Letter;
import candour.notifications.Mail;
import candour.notifications.Notifications;
import candour.platform.Controller;
import candour.platform.Site;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells a person, by a way of their own, that whoever asked for them has withdrawn the request. */
@Component
class EndedForYou {

  private static final String TEMPLATE = "ended-for-you";

  private final Representations representations;
  private final Notifications notifications;
  private final Controller controller;
  private final Site site;

  EndedForYou(
      Representations representations,
      Notifications notifications,
      Controller controller,
      Site site) {
    this.representations = representations;
    this.notifications = notifications;
    this.controller = controller;
    this.site = site;
  }

  /** Where the person can be told; a mail says nothing of the matter. */
  void tell(CaseReference reference, UUID requesterId, String subjectName, Locale language) {
    representations.of(requesterId).ifPresent(it -> tell(reference, it, subjectName, language));
  }

  private void tell(
      CaseReference reference, AuthorityOnRecord authority, String name, Locale language) {
    var reach = authority.authority().reach();
    if (reach.email() != null) {
      notifications.mail(
          new Mail(TEMPLATE, reach.email(), language, Map.of("link", site.link("/contact"))));
    } else if (reach.postalAddress() != null) {
      var lines = Stream.concat(Stream.of(name), reach.postalAddress().lines()).toList();
      post(reference, new Letter.To.Address(lines), authority, language);
    } else if (reach.phone() != null) {
      post(
          reference,
          new Letter.To.ByHand(List.of(name, "☎ " + reach.phone())),
          authority,
          language);
    }
  }

  private void post(
      CaseReference reference, Letter.To to, AuthorityOnRecord authority, Locale language) {
    notifications.post(
        new Letter(
            reference.value(),
            to,
            TEMPLATE,
            language,
            Map.of(
                "by", authority.name(),
                "address", controller.address(),
                "phone", controller.phone())));
  }
}
