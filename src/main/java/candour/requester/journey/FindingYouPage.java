package candour.requester.journey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks what somebody can say that helps to find the records. */
@Controller
class FindingYouPage {

  private static final String VIEW = "requester/finding-you";

  private final Drafts drafts;

  FindingYouPage(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/request/finding-you")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("findingYou", draft.answerOr(FindingYou.BLANK));
    return VIEW;
  }

  @PostMapping("/request/finding-you")
  String answer(@CurrentDraft Draft draft, @Valid FindingYou findingYou, BindingResult errors) {
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, findingYou).next();
  }
}
