package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.ContactDetails;
import candour.casework.NewWays;
import candour.casework.OtherRequest;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes down, for somebody who rings, writes or comes, how they are to be reached from now on. */
@Controller
class ContactChangePage {

  private static final String PATH = ContactPage.PATH + "/change";
  private static final String VIEW = "casework/contact-change-form";

  private final Whose whose;
  private final ContactDetails contact;

  ContactChangePage(Whose whose, ContactDetails contact) {
    this.whose = whose;
    this.contact = contact;
  }

  @ModelAttribute("person")
  boolean person(@RequestParam(defaultValue = "false") boolean person) {
    return person;
  }

  @ModelAttribute("others")
  List<OtherRequest> others(
      @PathVariable CaseReference reference,
      @ModelAttribute("person") boolean person,
      Model model) {
    var others = contact.others(whose.id(reference, person));
    model.addAttribute("areMany", OtherRequest.areMany(others));
    return others;
  }

  @GetMapping(PATH)
  String ask(
      @PathVariable CaseReference reference,
      @ModelAttribute("person") boolean person,
      @ModelAttribute("others") List<OtherRequest> others,
      Model model) {
    model.addAttribute("newWays", NewWays.of(contact.of(whose.id(reference, person)), others));
    return VIEW;
  }

  @PostMapping(PATH)
  String change(
      @PathVariable CaseReference reference,
      @ModelAttribute("person") boolean person,
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
              whose.id(reference, person),
              newWays.ways(),
              newWays.also(),
              newWays.isLost(),
              officer);
          return "case-contact.done.asked";
        });
  }
}
