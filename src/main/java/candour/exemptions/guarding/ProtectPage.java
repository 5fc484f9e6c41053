package candour.exemptions.guarding;

import candour.casework.CaseReference;
import candour.exemptions.Exemptions;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes a request guarded, which takes effect at once. */
@Controller
class ProtectPage {

  private static final String FORM = "exemptions/protect";

  private final Exemptions exemptions;

  ProtectPage(Exemptions exemptions) {
    this.exemptions = exemptions;
  }

  /** Why the request has to be guarded. */
  record Protecting(
      @Size(min = 10, max = 20_000, message = "{protect.reason.wrong}") String reason) {

    Protecting(@Nullable String reason) {
      this.reason = Forms.typed(reason);
    }
  }

  @GetMapping("/staff/cases/{reference}/guard/protect")
  String ask(@PathVariable CaseReference reference, Protecting protecting) {
    return FORM;
  }

  @PostMapping("/staff/cases/{reference}/guard/protect")
  String protect(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid Protecting protecting,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    return Forms.send(
        errors,
        redirect,
        FORM,
        "/staff/cases/" + reference + "/guard",
        () -> {
          exemptions.protect(reference, protecting.reason(), officer);
          return "guard.done.guarded";
        });
  }
}
