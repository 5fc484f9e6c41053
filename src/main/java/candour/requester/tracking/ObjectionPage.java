package candour.requester.tracking;

import candour.casework.CaseReference;
import candour.casework.Reclassification;
import candour.casework.Reclassifications;
import candour.platform.Refusal;
import candour.platform.RequestHolder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Where somebody objects to the end of the guard of their request, before it has effect. */
@Controller
class ObjectionPage {

  private static final String VIEW = "requester/objection";
  private static final String STATUS = "redirect:/my-request";

  private final Reclassifications reclassifications;

  ObjectionPage(Reclassifications reclassifications) {
    this.reclassifications = reclassifications;
  }

  /** Why they object, if they say. */
  record Objection(@Size(max = 20_000, message = "{objection.words.long}") String words) {

    Objection(@Nullable String words) {
      this.words = words == null ? "" : words.strip();
    }
  }

  @GetMapping("/my-request/objection")
  String ask(@AuthenticationPrincipal RequestHolder holder, Objection objection, Model model) {
    return page(holder, model);
  }

  @PostMapping("/my-request/objection")
  String object(
      @AuthenticationPrincipal RequestHolder holder,
      @Valid Objection objection,
      BindingResult errors,
      Model model) {
    if (!errors.hasErrors()) {
      try {
        reclassifications.object(new CaseReference(holder.caseId()), objection.words(), null);
        return STATUS + "?objected";
      } catch (Refusal refused) {
        errors.reject("refusal." + refused.rule());
        return VIEW;
      }
    }
    return page(holder, model);
  }

  /** With what they had notice of; where there is nothing to object to, back to the status. */
  private String page(RequestHolder holder, Model model) {
    var notice =
        reclassifications.of(new CaseReference(holder.caseId())).stream()
            .filter(Reclassification::isOpenToObjection)
            .findFirst();
    notice.ifPresent(it -> model.addAttribute("lifting", it));
    return notice.isPresent() ? VIEW : STATUS;
  }
}
