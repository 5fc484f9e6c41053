package candour.requester.journey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks why, for whoever likes to say. */
@Controller
class WhyPage {

  private static final String VIEW = "requester/why";

  private final Drafts drafts;

  WhyPage(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/request/why")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("why", draft.answerOr(Why.BLANK));
    return VIEW;
  }

  @PostMapping("/request/why")
  String answer(@CurrentDraft Draft draft, @Valid Why why, BindingResult errors) {
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, why).next();
  }
}
