package candour.requester.journey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks for passports, old ones and a parent’s too. */
@Controller
class PassportsPage {

  private static final String VIEW = "requester/passports";

  private final Drafts drafts;

  PassportsPage(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/request/passports")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("passports", draft.answerOr(Passports.BLANK));
    return VIEW;
  }

  @PostMapping("/request/passports")
  String answer(@CurrentDraft Draft draft, @Valid Passports passports, BindingResult errors) {
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, passports).next();
  }
}
