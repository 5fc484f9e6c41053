package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Correspondence;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks the requester for what the office reasonably needs to know; the clock stops meanwhile. */
@Controller
class ClarifyPage {

  private static final String VIEW = "casework/clarify";

  private final Correspondence correspondence;

  ClarifyPage(Correspondence correspondence) {
    this.correspondence = correspondence;
  }

  @GetMapping("/staff/cases/{reference}/clock/clarify")
  String ask(@PathVariable CaseReference reference, Clarification clarification) {
    return VIEW;
  }

  @PostMapping("/staff/cases/{reference}/clock/clarify")
  String send(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid Clarification clarification,
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
                correspondence.ask(
                    reference, officer, clarification.question(), clarification.reason())));
  }
}
