package candour.requester.journey;

import candour.platform.Days;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks how and when somebody came, the first time and later ones. */
@Controller
class ArrivalPage {

  private static final String VIEW = "requester/arrival";

  private final Drafts drafts;
  private final Days days;

  ArrivalPage(Drafts drafts, Days days) {
    this.drafts = drafts;
    this.days = days;
  }

  @GetMapping("/request/arrival")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("arrival", draft.answerOr(Arrival.BLANK));
    return VIEW;
  }

  @PostMapping("/request/arrival")
  String answer(@CurrentDraft Draft draft, @Valid Arrival arrival, BindingResult errors) {
    arrival
        .dates()
        .forEach(
            (name, date) -> GivenDate.reject(errors, name, GivenDate.problems(date, days.today())));
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, arrival).next();
  }
}
