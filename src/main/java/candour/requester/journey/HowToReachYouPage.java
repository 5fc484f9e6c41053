package candour.requester.journey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks how the office can reach the person. */
@Controller
class HowToReachYouPage {

  private static final String VIEW = "requester/how-to-reach-you";

  private final Drafts drafts;

  HowToReachYouPage(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/request/how-to-reach-you")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("howToReachYou", draft.answerOr(HowToReachYou.BLANK));
    return VIEW;
  }

  @PostMapping("/request/how-to-reach-you")
  String answer(
      @CurrentDraft Draft draft, @Valid HowToReachYou howToReachYou, BindingResult errors) {
    if (howToReachYou.isEmpty()) {
      errors.rejectValue("email", "how-to-reach-you.missing");
    }
    if (draft
        .answers()
        .find(ReachingThem.class)
        .filter(it -> it.leadsTo(howToReachYou))
        .isPresent()) {
      errors.rejectValue("email", "how-to-reach-you.theirs");
    }
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, howToReachYou).next();
  }
}
