package candour.casework;

import candour.identity.Contacts.Asked;
import candour.identity.Requester;
import candour.notifications.Letter;
import candour.notifications.Mail;
import candour.notifications.Notifications;
import candour.platform.Controller;
import candour.platform.Site;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells the old address that somebody is to be reached otherwise: by mail wherever there is one,
 * and with the code in a letter where that confirms it. It never says how they are to be reached.
 */
@Component
class ContactLetters {

  private static final String ASKED = "contact-asked";
  private static final String CHANGE = "contact-change";

  private final Notifications notifications;
  private final Controller controller;
  private final Site site;

  ContactLetters(Notifications notifications, Controller controller, Site site) {
    this.notifications = notifications;
    this.controller = controller;
    this.site = site;
  }

  void tell(CaseReference reference, Requester old, Asked asked) {
    var link = site.link("/contact-change/" + asked.token());
    if (old.email() != null) {
      notifications.mail(
          new Mail(ASKED, old.email(), old.language(), Map.of("link", link), old.id()));
    }
    var code = asked.code();
    if (code != null) {
      post(reference, old, CHANGE, link, code.substring(0, 5) + "-" + code.substring(5));
    } else if (old.email() == null && old.lettersAddress() != null) {
      post(reference, old, ASKED, link, "");
    }
  }

  private void post(
      CaseReference reference, Requester old, String template, String link, String code) {
    notifications.post(
        Letter.to(
            old.id(),
            reference.value(),
            template,
            old.language(),
            Map.of(
                "link",
                link,
                "code",
                code,
                "page",
                site.link("/my-request/contact-details"),
                "phone",
                controller.phone())));
  }
}
