package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.ContactDetails;
import candour.identity.ContactChange.How;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes down how an officer made sure that it is this person who wants to be reached otherwise. */
@Controller
class ContactCheckPage {

  private static final String PATH = ContactPage.PATH + "/check";
  private static final String VIEW = "casework/contact-check";

  private final Whose whose;
  private final ContactDetails contact;

  ContactCheckPage(Whose whose, ContactDetails contact) {
    this.whose = whose;
    this.contact = contact;
  }

  /** How, and what came of it. */
  record MadeSure(
      @NotNull(message = "{contact-check.how.missing}") @Nullable How how,
      @NotBlank(message = "{contact-check.words.wrong}")
          @Size(min = 10, max = 4_000, message = "{contact-check.words.wrong}")
          @Nullable String words) {}

  @ModelAttribute("person")
  boolean person(@RequestParam(defaultValue = "false") boolean person) {
    return person;
  }

  @ModelAttribute("change")
  @Nullable UUID change(@RequestParam(required = false) @Nullable UUID change) {
    return change;
  }

  @GetMapping(PATH)
  String ask(
      @PathVariable CaseReference reference,
      @ModelAttribute("person") boolean person,
      MadeSure madeSure) {
    whose.id(reference, person);
    return VIEW;
  }

  @PostMapping(PATH)
  String check(
      @PathVariable CaseReference reference,
      @ModelAttribute("person") boolean person,
      @RequestParam(required = false) @Nullable UUID change,
      @CurrentOfficer Officer officer,
      @Valid MadeSure madeSure,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    var how = madeSure.how();
    var words = madeSure.words();
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/contact",
        () -> {
          if (how != null && words != null) {
            var open = contact.open(whose.id(reference, person), change);
            contact.check(reference, open, how, words, officer);
          }
          return "case-contact.done.checked";
        });
  }
}
