package candour.requester.journey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks how the office can reach the person safely. */
@Controller
class SafeContactPage {

  private static final String VIEW = "requester/safe-contact";

  private final Drafts drafts;

  SafeContactPage(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/request/safe-contact")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("safeContact", draft.answerOr(SafeContact.BLANK));
    return VIEW;
  }

  @PostMapping("/request/safe-contact")
  String answer(@CurrentDraft Draft draft, @Valid SafeContact safeContact, BindingResult errors) {
    if (safeContact.contradictsItself()) {
      errors.rejectValue("lettersTo", "safe-contact.letters-to.none");
    }
    if (safeContact.left(SafeContact.ways(draft.answers())).isEmpty()) {
      errors.rejectValue("not", "safe-contact.no-way");
    }
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, safeContact).next();
  }
}
