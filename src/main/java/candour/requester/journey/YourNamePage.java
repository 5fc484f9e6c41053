package candour.requester.journey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks for the name, and for the names on old papers. */
@Controller
class YourNamePage {

  private static final String VIEW = "requester/your-name";

  private final Drafts drafts;

  YourNamePage(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/request/your-name")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("yourName", draft.answerOr(YourName.BLANK));
    return VIEW;
  }

  @PostMapping("/request/your-name")
  String answer(@CurrentDraft Draft draft, @Valid YourName yourName, BindingResult errors) {
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, yourName).next();
  }
}
