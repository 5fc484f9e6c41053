package candour.response;

import static candour.casework.Standpoint.BY_ANOTHER;

import candour.casework.Addressee;
import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.notifications.Letter;
import candour.notifications.Letter.To;
import candour.notifications.Mail;
import candour.notifications.Notifications;
import candour.platform.Controller;
import candour.platform.Site;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
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
  private final MessageSource messages;

  Delivery(
      Casework casework,
      Notifications notifications,
      Controller controller,
      Site site,
      MessageSource messages) {
    this.casework = casework;
    this.notifications = notifications;
    this.controller = controller;
    this.site = site;
    this.messages = messages;
  }

  /** Queues the mail that there is something to read, where there is an address. */
  void announce(CaseReference reference) {
    mail("answered", reference, Map.of("link", site.link(LINK)));
  }

  /**
   * Queues the mail that somebody guessed at a code until it was void, where there is an address.
   */
  void warnOfVoidCode(CaseReference reference) {
    mail("code-void", reference, Map.of("link", site.link(LINK)));
  }

  /** Says until when something can be opened: by mail, else in a letter. */
  void remind(CaseReference reference, LocalDate until) {
    var language = casework.summary(reference).language();
    var date = DateTimeFormatter.ofPattern("d MMMM uuuu", language).format(until);
    var values = Map.of("link", site.link(LINK), "date", date);
    if (!mail("code-ends", reference, values)) {
      post(reference, casework.recipient(reference), "code-ends", values);
    }
  }

  /** False where there is no address. */
  private boolean mail(String template, CaseReference reference, Map<String, String> values) {
    var recipient = casework.recipient(reference).orElse(null);
    if (recipient == null || recipient.email() == null) {
      return false;
    }
    var language = casework.summary(reference).language();
    notifications.mail(
        new Mail(template, recipient.email(), language, values, recipient.requesterId()));
    return true;
  }

  /** Queues the letter with the code of an answer, the first or a further one. */
  void send(CaseReference reference, int answer, ReleaseCode code) {
    post(
        reference,
        casework.recipient(reference),
        answer == 1 ? "release-code" : "further-code",
        Map.of(
            "code", code.grouped(),
            "link", site.link(LINK),
            "address", controller.address(),
            "phone", controller.phone()));
  }

  /** To the recipient; where nobody is on record to be given it, an officer hands it over. */
  private void post(
      CaseReference reference,
      Optional<Addressee> recipient,
      String template,
      Map<String, String> values) {
    var summary = casework.summary(reference);
    var to =
        recipient
            .<To>map(it -> new To.Person(it.requesterId()))
            .orElseGet(() ->
                new To.ByHand(
                    List.of(
                        summary.subjectName(), say("letters.to-the-person", summary.language()))));
    var said = new HashMap<>(values);
    said.put("standpoint", recipient.map(Addressee::standpoint).orElse(BY_ANOTHER).name());
    notifications.post(new Letter(reference.value(), to, template, summary.language(), said));
  }

  private String say(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
