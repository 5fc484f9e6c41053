package candour.requester.journey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks whose records are wanted. */
@Controller
class WhoForPage {

  private static final String VIEW = "requester/who-for";

  private final Drafts drafts;

  WhoForPage(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/request/who-for")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("whoFor", draft.answerOr(WhoFor.BLANK));
    return VIEW;
  }

  @PostMapping("/request/who-for")
  String answer(@CurrentDraft Draft draft, @Valid WhoFor whoFor, BindingResult errors) {
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, whoFor).next();
  }
}
