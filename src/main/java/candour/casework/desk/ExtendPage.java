package candour.casework.desk;

import static java.util.Objects.requireNonNull;

import candour.casework.CaseClock;
import candour.casework.CaseReference;
import candour.casework.Extensions;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells the requester that the office takes two further months. */
@Controller
class ExtendPage {

  private static final String VIEW = "casework/extend";

  private final Extensions extensions;
  private final CaseClock clock;
  private final ClockWords clockWords;

  ExtendPage(Extensions extensions, CaseClock clock, ClockWords clockWords) {
    this.extensions = extensions;
    this.clock = clock;
    this.clockWords = clockWords;
  }

  @ModelAttribute("noticeBy")
  @Nullable String noticeBy(@PathVariable CaseReference reference) {
    return clockWords.noticeBy(clock.deadline(reference));
  }

  @GetMapping("/staff/cases/{reference}/clock/extend")
  String ask(@PathVariable CaseReference reference, Extension extension) {
    return VIEW;
  }

  @PostMapping("/staff/cases/{reference}/clock/extend")
  String extend(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid Extension extension,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/clock",
        () ->
            Sent.key(
                extensions.extend(
                    reference, officer, requireNonNull(extension.ground()), extension.reasons())));
  }
}
