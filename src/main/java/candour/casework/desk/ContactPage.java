package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.ContactDetails;
import candour.casework.Parties;
import candour.identity.ContactChange;
import candour.identity.ContactChange.Cause;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import java.util.UUID;
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

/**
 * How whoever asked is reached, and the person themselves where they follow what somebody else
 * asked for them; and every change of it.
 */
@Controller
class ContactPage {

  static final String PATH = "/staff/cases/{reference}/contact";
  private static final String VIEW = "casework/contact";

  private final ContactDetails contact;
  private final Parties parties;
  private final Whose whose;
  private final ContactWords words;

  ContactPage(ContactDetails contact, Parties parties, Whose whose, ContactWords words) {
    this.contact = contact;
    this.parties = parties;
    this.whose = whose;
    this.words = words;
  }

  /**
   * Nothing to fill in.
   *
   * @param change which
   * @param person whether it is the change of the person themselves, for whom somebody else asked
   */
  record Ending(@Nullable Cause cause, @Nullable UUID change, @Nullable Boolean person) {

    boolean ofPerson() {
      return Boolean.TRUE.equals(person);
    }
  }

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
        ending,
        errors,
        redirect,
        model,
        it -> contact.confirmInOffice(it, officer),
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
        ending,
        errors,
        redirect,
        model,
        it -> contact.giveUp(reference, it, cause, officer),
        "case-contact.done.given-up");
  }

  private String onOpen(
      CaseReference reference,
      Officer officer,
      Ending ending,
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
              work.accept(contact.open(whose.id(reference, ending.ofPerson()), ending.change()));
              return done;
            });
    return errors.hasErrors() ? page(reference, officer, model) : answer;
  }

  private String page(CaseReference reference, Officer officer, Model model) {
    var asker = Stream.of(words.side(whose.id(reference, false), false, officer));
    var person = parties.of(reference).stream().map(it -> words.side(it, true, officer));
    model.addAttribute("sides", Stream.concat(asker, person).toList());
    model.addAttribute("mayWork", officer.worksOnCases());
    return VIEW;
  }
}
