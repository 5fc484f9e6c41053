package candour.requester.journey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks who it is that asks for somebody else. */
@Controller
class AboutYouPage {

  private static final String VIEW = "requester/about-you";

  private final Drafts drafts;

  AboutYouPage(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/request/about-you")
  String ask(@CurrentDraft Draft draft, Model model) {
    return page(draft, draft.answerOr(AboutYou.BLANK), model);
  }

  @PostMapping("/request/about-you")
  String answer(
      @CurrentDraft Draft draft, @Valid AboutYou aboutYou, BindingResult errors, Model model) {
    var capacity = WhoFor.capacity(draft.answers());
    aboutYou.missing(capacity).forEach(errors::rejectValue);
    return errors.hasErrors()
        ? page(draft, aboutYou, model)
        : "redirect:" + drafts.answer(draft, aboutYou.as(capacity)).next();
  }

  private static String page(Draft draft, AboutYou aboutYou, Model model) {
    model.addAttribute("aboutYou", aboutYou);
    model.addAttribute("capacity", WhoFor.capacity(draft.answers()));
    return VIEW;
  }
}
