package candour.requester.journey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks how the person can be told that somebody asks for their records. */
@Controller
class ReachingThemPage {

  private static final String VIEW = "requester/reaching-them";

  private final Drafts drafts;

  ReachingThemPage(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/request/reaching-them")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("reachingThem", draft.answerOr(ReachingThem.BLANK));
    return VIEW;
  }

  @PostMapping("/request/reaching-them")
  String answer(@CurrentDraft Draft draft, @Valid ReachingThem reachingThem, BindingResult errors) {
    if (reachingThem.lacksWay()) {
      errors.rejectValue("email", "reaching-them.missing");
    }
    if (reachingThem.lacksWords()) {
      errors.rejectValue("words", "reaching-them.words.missing");
    }
    if (draft.answers().find(HowToReachYou.class).filter(reachingThem::leadsTo).isPresent()) {
      errors.rejectValue("email", "reaching-them.yours");
    }
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, reachingThem).next();
  }
}
