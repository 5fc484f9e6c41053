package candour.requester.journey;

import candour.platform.Controller;
import jakarta.validation.Valid;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks whose records are wanted, and says how to ask for somebody else's today. */
@org.springframework.stereotype.Controller
class ForMyselfPage {

  private static final String VIEW = "requester/for-myself";

  private final Drafts drafts;
  private final Controller controller;

  ForMyselfPage(Drafts drafts, Controller controller) {
    this.drafts = drafts;
    this.controller = controller;
  }

  @GetMapping("/request/for-myself")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("forMyself", draft.answerOr(ForMyself.BLANK));
    return VIEW;
  }

  @PostMapping("/request/for-myself")
  String answer(@CurrentDraft Draft draft, @Valid ForMyself forMyself, BindingResult errors) {
    if (errors.hasErrors()) {
      return VIEW;
    }
    return forMyself.mine()
        ? "redirect:" + drafts.answer(draft, forMyself).next()
        : "redirect:/request/for-somebody-else";
  }

  @GetMapping("/request/for-somebody-else")
  String somebodyElse(Model model) {
    model.addAttribute("controller", controller);
    return "requester/for-somebody-else";
  }
}
