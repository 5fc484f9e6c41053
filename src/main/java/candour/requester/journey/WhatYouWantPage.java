package candour.requester.journey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks how much is wanted. */
@Controller
class WhatYouWantPage {

  private static final String VIEW = "requester/what-you-want";

  private final Drafts drafts;

  WhatYouWantPage(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/request/what-you-want")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("whatYouWant", draft.answerOr(WhatYouWant.BLANK));
    return VIEW;
  }

  @PostMapping("/request/what-you-want")
  String answer(@CurrentDraft Draft draft, @Valid WhatYouWant whatYouWant, BindingResult errors) {
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, whatYouWant).next();
  }
}
