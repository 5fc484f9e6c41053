package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.ContactDetails;
import candour.casework.Parties;
import candour.identity.ContactChange;
import candour.identity.ContactChange.Cause;
import candour.identity.Ways;
import candour.platform.CurrentOfficer;
import candour.platform.Days;
import candour.platform.Forms;
import candour.platform.Officer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How whoever asks is reached, and every change of it. */
@Controller
class ContactPage {

  static final String PATH = "/staff/cases/{reference}/contact";
  private static final String VIEW = "casework/contact";

  private final Casework casework;
  private final ContactDetails contact;
  private final Parties parties;
  private final Words words;
  private final Days days;

  ContactPage(Casework casework, ContactDetails contact, Parties parties, Words words, Days days) {
    this.casework = casework;
    this.contact = contact;
    this.parties = parties;
    this.words = words;
    this.days = days;
  }

  /** Nothing to fill in. */
  record Ending(@Nullable Cause cause) {}

  /** A change as it is on record. */
  record Changed(String title, List<Row> rows, boolean open, boolean checked, boolean byMe) {}

  @GetMapping(PATH)
  String show(@PathVariable CaseReference reference, @CurrentOfficer Officer officer, Model model) {
    return page(reference, officer, model);
  }

  /** Where a refusal was shown, reloading or choosing the other language leads back here. */
  @GetMapping({PATH + "/confirm", PATH + "/give-up"})
  String back(@PathVariable CaseReference reference) {
    return "redirect:/staff/cases/" + reference + "/contact";
  }

  @PostMapping(PATH + "/confirm")
  String confirm(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      Ending ending,
      BindingResult errors,
      RedirectAttributes redirect,
      Model model) {
    return onOpen(
        reference,
        officer,
        errors,
        redirect,
        model,
        it -> contact.confirmInOffice(reference, it, officer),
        "case-contact.done.confirmed");
  }

  @PostMapping(PATH + "/give-up")
  String giveUp(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      Ending ending,
      BindingResult errors,
      RedirectAttributes redirect,
      Model model) {
    var cause = ending.cause() == Cause.NOT_ME ? Cause.NOT_ME : Cause.TAKEN_BACK;
    return onOpen(
        reference,
        officer,
        errors,
        redirect,
        model,
        it -> contact.giveUp(reference, it, cause, officer),
        "case-contact.done.given-up");
  }

  private String onOpen(
      CaseReference reference,
      Officer officer,
      BindingResult errors,
      RedirectAttributes redirect,
      Model model,
      Consumer<ContactChange> work,
      String done) {
    Forms.requireCaseworker(officer);
    var answer =
        Forms.send(
            errors,
            redirect,
            VIEW,
            "/staff/cases/" + reference + "/contact",
            () -> {
              contact.open(casework.facts(reference).requesterId()).ifPresent(work);
              return done;
            });
    return errors.hasErrors() ? page(reference, officer, model) : answer;
  }

  private String page(CaseReference reference, Officer officer, Model model) {
    var requesterId = casework.facts(reference).requesterId();
    model.addAttribute("rows", ways(Ways.of(contact.of(requesterId))));
    model.addAttribute(
        "persons",
        parties.of(reference).map(it -> ways(Ways.of(contact.of(it)))).orElse(List.of()));
    model.addAttribute(
        "changes", contact.changes(requesterId).stream().map(it -> changed(it, officer)).toList());
    model.addAttribute("mayWork", officer.worksOnCases());
    return VIEW;
  }

  private List<Row> ways(Ways ways) {
    return List.of(
        Row.of(words.say("person.email"), ways.email()),
        Row.of(words.say("person.phone"), ways.phone()),
        Row.of(words.say("person.address"), lines(ways.postalAddress())),
        Row.of(words.say("person.letters-to"), lines(ways.lettersTo())));
  }

  private Changed changed(ContactChange change, Officer officer) {
    var check = change.check();
    var rows =
        Stream.concat(
                ways(change.ways()).stream(),
                Stream.of(
                    Row.of(
                        words.say("case-contact.asked"),
                        words.date(Days.of(change.askedAt())),
                        change.officerName()),
                    Row.of(
                        words.say("case-contact.confirm-by"),
                        words.of("case-contact.by.", change.confirmBy()),
                        words.say("case-contact.until", words.date(Days.of(change.expiresAt())))),
                    check == null
                        ? Row.of(words.say("case-contact.check"))
                        : Row.of(
                            words.say("case-contact.check"),
                            words.of("case-contact.how.", check.how()),
                            check.words(),
                            check.officerName() + ", " + words.date(check.on())),
                    Row.of(words.say("case-contact.ended"), ended(change))))
            .toList();
    return new Changed(
        words.say("case-contact.change-of", words.date(Days.of(change.askedAt()))),
        rows,
        change.isOpen(days.now()),
        check != null,
        check != null && check.officerId().equals(officer.id()));
  }

  private @Nullable String[] ended(ContactChange change) {
    var end = change.ended();
    if (end == null) {
      var open = change.isOpen(days.now());
      return new String[] {words.say(open ? "case-contact.waits" : "case-contact.expired")};
    }
    return new String[] {
      words.of("case-contact.cause.", end.cause()), words.date(Days.of(end.at())), end.officerName()
    };
  }

  private static String[] lines(@Nullable String text) {
    return text == null ? new String[0] : text.lines().toArray(String[]::new);
  }
}
