package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.IdentityChecks;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records a reasonable doubt and sends the question that would settle it (UK GDPR Art. 12(6)). */
@Controller
class DoubtPage {

  private static final String VIEW = "casework/doubt";

  private final IdentityChecks checks;

  DoubtPage(IdentityChecks checks) {
    this.checks = checks;
  }

  @GetMapping("/staff/cases/{reference}/identity/doubt")
  String ask(@PathVariable CaseReference reference, Doubt doubt) {
    return VIEW;
  }

  @PostMapping("/staff/cases/{reference}/identity/doubt")
  String send(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid Doubt doubt,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/identity",
        () -> Sent.key(checks.doubt(reference, officer, doubt.reason(), doubt.question())));
  }
}
