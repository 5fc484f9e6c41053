package candour.requester.contact;

import candour.casework.CaseReference;
import candour.casework.ContactDetails;
import candour.identity.Precautions;
import candour.identity.Precautions.Not;
import candour.platform.Refusal;
import candour.platform.RequestHolder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks what to mind from now on when they are reached; it counts at once. */
@Controller
class ChangeSafeContactPage {

  private static final String PATH = ContactDetailsPage.PATH + "/safe";
  private static final String VIEW = "requester/change-safe-contact";

  private final ContactDetails contact;

  ChangeSafeContactPage(ContactDetails contact) {
    this.contact = contact;
  }

  /** What to mind. */
  record Safely(
      Set<Not> not,
      @Size(max = 4000, message = "{safe-contact.words.long}") String words,
      @Pattern(regexp = Precautions.WORD, message = "{safe-contact.word.wrong}") String word) {

    Safely(@Nullable Set<Not> not, @Nullable String words, @Nullable String word) {
      this.not = not == null ? Set.of() : Set.copyOf(not);
      this.words = words == null ? "" : words;
      this.word = word == null ? "" : word;
    }
  }

  @GetMapping(PATH)
  String ask(@AuthenticationPrincipal RequestHolder holder, Model model) {
    var now = contact.of(holder.requesterId()).precautions();
    model.addAttribute("safely", new Safely(now.not(), now.words(), now.word()));
    return VIEW;
  }

  @PostMapping(PATH)
  String change(
      @AuthenticationPrincipal RequestHolder holder, @Valid Safely safely, BindingResult errors) {
    if (!errors.hasErrors()) {
      var lettersTo = contact.of(holder.requesterId()).precautions().lettersTo();
      try {
        contact.mind(
            new CaseReference(holder.caseId()),
            holder.requesterId(),
            Precautions.said(safely.not(), lettersTo, safely.words(), safely.word()));
        return "redirect:" + ContactDetailsPage.PATH + "?safe";
      } catch (Refusal refused) {
        errors.reject("refusal." + refused.rule());
      }
    }
    return VIEW;
  }
}
