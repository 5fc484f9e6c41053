package candour.requester.journey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks whether something is about to happen, for whoever likes to say. */
@Controller
class UrgentPage {

  private static final String VIEW = "requester/urgent";

  private final Drafts drafts;

  UrgentPage(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/request/urgent")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("urgent", draft.answerOr(Urgent.BLANK));
    return VIEW;
  }

  @PostMapping("/request/urgent")
  String answer(@CurrentDraft Draft draft, @Valid Urgent urgent, BindingResult errors) {
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, urgent).next();
  }
}
