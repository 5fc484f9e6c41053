package candour.requester.journey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks for the documents by name. */
@Controller
class WhichDocumentsPage {

  private static final String VIEW = "requester/which-documents";

  private final Drafts drafts;

  WhichDocumentsPage(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/request/which-documents")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("whichDocuments", draft.answerOr(WhichDocuments.BLANK));
    return VIEW;
  }

  @PostMapping("/request/which-documents")
  String answer(
      @CurrentDraft Draft draft, @Valid WhichDocuments whichDocuments, BindingResult errors) {
    if (whichDocuments.named().isEmpty()) {
      errors.rejectValue("first", "which-documents.missing");
    }
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, whichDocuments).next();
  }
}
