package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.ContactDetails;
import candour.casework.NewWays;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes down, for somebody who rings, writes or comes, how they are to be reached from now on. */
@Controller
class ContactChangePage {

  private static final String PATH = ContactPage.PATH + "/change";
  private static final String VIEW = "casework/contact-change-form";

  private final Casework casework;
  private final ContactDetails contact;

  ContactChangePage(Casework casework, ContactDetails contact) {
    this.casework = casework;
    this.contact = contact;
  }

  @GetMapping(PATH)
  String ask(@PathVariable CaseReference reference, Model model) {
    model.addAttribute("newWays", NewWays.of(contact.of(casework.facts(reference).requesterId())));
    return VIEW;
  }

  @PostMapping(PATH)
  String change(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid NewWays newWays,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    if (newWays.isEmpty()) {
      errors.rejectValue("email", "how-to-reach-you.missing");
    }
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/contact",
        () -> {
          contact.ask(
              reference,
              casework.facts(reference).requesterId(),
              newWays.ways(),
              newWays.isLost(),
              officer);
          return "case-contact.done.asked";
        });
  }
}
