package candour.requester.journey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks how the person could show who they are. */
@Controller
class ShowingWhoYouArePage {

  private static final String VIEW = "requester/showing-who-you-are";

  private final Drafts drafts;

  ShowingWhoYouArePage(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/request/showing-who-you-are")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("showingWhoYouAre", draft.answerOr(ShowingWhoYouAre.BLANK));
    return VIEW;
  }

  @PostMapping("/request/showing-who-you-are")
  String answer(
      @CurrentDraft Draft draft, @Valid ShowingWhoYouAre showingWhoYouAre, BindingResult errors) {
    if (showingWhoYouAre.lacksPapers()) {
      errors.rejectValue("papers", "showing-who-you-are.papers.missing");
    }
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, showingWhoYouAre).next();
  }
}
