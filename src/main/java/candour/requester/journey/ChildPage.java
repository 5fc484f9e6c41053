package candour.requester.journey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks a parent whether their child understands and agrees. */
@Controller
class ChildPage {

  private static final String VIEW = "requester/child";

  private final Drafts drafts;

  ChildPage(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/request/child")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("child", draft.answerOr(Child.BLANK));
    return VIEW;
  }

  @PostMapping("/request/child")
  String answer(@CurrentDraft Draft draft, @Valid Child child, BindingResult errors) {
    if (child.lacksWords()) {
      errors.rejectValue("words", "child.words.missing");
    }
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, child).next();
  }
}
