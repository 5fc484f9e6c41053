package candour.requester.tracking;

import candour.casework.CaseReference;
import candour.platform.RequestHolder;
import candour.response.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets somebody say later what they may not have said at first: that they ask to prove status. */
@Controller
class TellWhyPage {

  private static final String VIEW = "requester/tell-why";

  private final Responses responses;

  TellWhyPage(Responses responses) {
    this.responses = responses;
  }

  /** Whether it is to prove status or history, and whatever they add. */
  record TellWhy(
      @NotNull(message = "{tell-why.proves.missing}") @Nullable Boolean proves,
      @Size(max = 20_000, message = "{tell-why.words.long}") String words) {

    TellWhy(@Nullable Boolean proves, @Nullable String words) {
      this.proves = proves;
      this.words = words == null ? "" : words.strip();
    }
  }

  @GetMapping("/my-request/tell-why")
  String ask(TellWhy tellWhy) {
    return VIEW;
  }

  @PostMapping("/my-request/tell-why")
  String tell(
      @AuthenticationPrincipal RequestHolder holder, @Valid TellWhy tellWhy, BindingResult errors) {
    if (errors.hasErrors()) {
      return VIEW;
    }
    if (!Boolean.TRUE.equals(tellWhy.proves())) {
      return "redirect:/my-request";
    }
    responses.protect(new CaseReference(holder.caseId()), tellWhy.words());
    return "redirect:/my-request?guarded";
  }
}
