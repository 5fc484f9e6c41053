package candour.requester.journey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks for the numbers on papers. */
@Controller
class ReferenceNumbersPage {

  private static final String VIEW = "requester/reference-numbers";

  private final Drafts drafts;

  ReferenceNumbersPage(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/request/reference-numbers")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("referenceNumbers", draft.answerOr(ReferenceNumbers.BLANK));
    return VIEW;
  }

  @PostMapping("/request/reference-numbers")
  String answer(
      @CurrentDraft Draft draft, @Valid ReferenceNumbers referenceNumbers, BindingResult errors) {
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, referenceNumbers).next();
  }
}
