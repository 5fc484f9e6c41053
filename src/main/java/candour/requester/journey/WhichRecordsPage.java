package candour.requester.journey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks which files are wanted. */
@Controller
class WhichRecordsPage {

  private static final String VIEW = "requester/which-records";

  private final Drafts drafts;

  WhichRecordsPage(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/request/which-records")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("whichRecords", draft.answerOr(WhichRecords.BLANK));
    return VIEW;
  }

  @PostMapping("/request/which-records")
  String answer(@CurrentDraft Draft draft, @Valid WhichRecords whichRecords, BindingResult errors) {
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, whichRecords).next();
  }
}
