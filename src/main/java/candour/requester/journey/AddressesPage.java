package candour.requester.journey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks where somebody lived. */
@Controller
class AddressesPage {

  private static final String VIEW = "requester/addresses";

  private final Drafts drafts;

  AddressesPage(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/request/addresses")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("addresses", draft.answerOr(Addresses.BLANK));
    return VIEW;
  }

  @PostMapping("/request/addresses")
  String answer(@CurrentDraft Draft draft, @Valid Addresses addresses, BindingResult errors) {
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, addresses).next();
  }
}
