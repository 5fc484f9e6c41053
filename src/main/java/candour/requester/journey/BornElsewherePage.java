package candour.requester.journey;

import candour.platform.Days;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks what other dates of birth officials were given. */
@Controller
class BornElsewherePage {

  private static final String VIEW = "requester/born-elsewhere";

  private final Drafts drafts;
  private final Days days;

  BornElsewherePage(Drafts drafts, Days days) {
    this.drafts = drafts;
    this.days = days;
  }

  @GetMapping("/request/born-elsewhere")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("bornElsewhere", draft.answerOr(BornElsewhere.BLANK));
    return VIEW;
  }

  @PostMapping("/request/born-elsewhere")
  String answer(
      @CurrentDraft Draft draft, @Valid BornElsewhere bornElsewhere, BindingResult errors) {
    GivenDate.reject(errors, "first", GivenDate.problems(bornElsewhere.first(), days.today()));
    GivenDate.reject(errors, "second", GivenDate.problems(bornElsewhere.second(), days.today()));
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, bornElsewhere).next();
  }
}
