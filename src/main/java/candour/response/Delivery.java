package candour.response;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.notifications.Letter;
import candour.notifications.Mail;
import candour.notifications.Notifications;
import candour.platform.Controller;
import candour.platform.Site;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells a person that they are answered and, another way, the code that opens the answer: who reads
 * their mail does not get both.
 */
@Component
class Delivery {

  private static final String LINK = "/my-request/link";

  private final Casework casework;
  private final Notifications notifications;
  private final Controller controller;
  private final Site site;

  Delivery(Casework casework, Notifications notifications, Controller controller, Site site) {
    this.casework = casework;
    this.notifications = notifications;
    this.controller = controller;
    this.site = site;
  }

  /** Queues the mail that there is something to read, where there is an address. */
  void announce(CaseReference reference) {
    mail("answered", reference);
  }

  /**
   * Queues the mail that somebody guessed at a code until it was void, where there is an address.
   */
  void warnOfVoidCode(CaseReference reference) {
    mail("code-void", reference);
  }

  /** Says until when something can be opened: by mail, else in a letter. */
  void remind(CaseReference reference, LocalDate until) {
    var addressee = casework.addressee(reference);
    var date = DateTimeFormatter.ofPattern("d MMMM uuuu", addressee.language()).format(until);
    var values = Map.of("link", site.link(LINK), "date", date);
    if (addressee.email() != null) {
      notifications.mail(new Mail("code-ends", addressee.email(), addressee.language(), values));
    } else {
      notifications.post(
          Letter.to(
              addressee.requesterId(),
              reference.value(),
              "code-ends",
              addressee.language(),
              values));
    }
  }

  private void mail(String template, CaseReference reference) {
    var addressee = casework.addressee(reference);
    if (addressee.email() != null) {
      notifications.mail(
          new Mail(
              template, addressee.email(), addressee.language(), Map.of("link", site.link(LINK))));
    }
  }

  /** Queues the letter with the code of an answer, the first or a further one. */
  void send(CaseReference reference, int answer, ReleaseCode code) {
    var addressee = casework.addressee(reference);
    notifications.post(
        Letter.to(
            addressee.requesterId(),
            reference.value(),
            answer == 1 ? "release-code" : "further-code",
            addressee.language(),
            Map.of(
                "code", code.grouped(),
                "link", site.link(LINK),
                "address", controller.address(),
                "phone", controller.phone())));
  }
}
