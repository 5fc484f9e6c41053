package candour.requester.journey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks from what time records are wanted. */
@Controller
class PeriodPage {

  private static final String VIEW = "requester/period";

  private final Drafts drafts;

  PeriodPage(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/request/period")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("period", draft.answerOr(Period.BLANK));
    return VIEW;
  }

  @PostMapping("/request/period")
  String answer(@CurrentDraft Draft draft, @Valid Period period, BindingResult errors) {
    if (period.lacksBounds()) {
      errors.rejectValue("from", "period.from.missing");
    }
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, period).next();
  }
}
