package candour.requester.tracking;

import candour.casework.CaseReference;
import candour.casework.Correspondence;
import candour.platform.RequestHolder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Letters between the person and the office, both ways. */
@Controller
class MessagesPage {

  private static final String VIEW = "requester/messages";

  private final Correspondence correspondence;

  MessagesPage(Correspondence correspondence) {
    this.correspondence = correspondence;
  }

  /** What the person writes to the office. */
  record Letter(
      @NotEmpty(message = "{messages.words.missing}")
          @Size(max = 20000, message = "{messages.words.long}")
          String words) {

    Letter(@Nullable String words) {
      this.words = words == null ? "" : words;
    }
  }

  @GetMapping("/my-request/messages")
  String show(@AuthenticationPrincipal RequestHolder holder, Model model) {
    model.addAttribute("letter", new Letter(null));
    return messages(holder, model);
  }

  @PostMapping("/my-request/messages")
  String write(
      @AuthenticationPrincipal RequestHolder holder,
      @Valid @ModelAttribute("letter") Letter letter,
      BindingResult errors,
      Model model) {
    if (errors.hasErrors()) {
      return messages(holder, model);
    }
    correspondence.write(new CaseReference(holder.caseId()), letter.words());
    return "redirect:/my-request/messages?sent";
  }

  private String messages(RequestHolder holder, Model model) {
    model.addAttribute("messages", correspondence.open(new CaseReference(holder.caseId()), null));
    return VIEW;
  }
}
