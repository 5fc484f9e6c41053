package candour.exemptions.deciding;

import candour.casework.CaseReference;
import candour.exemptions.DeterminationId;
import candour.exemptions.Exemptions;
import candour.exemptions.Words;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Withdraws a determination that is in force, for the office. */
@Controller
@RequestMapping("/staff/cases/{reference}/exemptions/{id}/end")
class EndPage {

  /** Why it is no longer needed. */
  record EndingForm(@Says(value = Words.RULING, message = "{end.reason.wrong}") String reason) {}

  private static final String VIEW = "exemptions/end";

  private final Exemptions exemptions;
  private final Ends ends;

  EndPage(Exemptions exemptions, Ends ends) {
    this.exemptions = exemptions;
    this.ends = ends;
  }

  @GetMapping
  String ask(@PathVariable CaseReference reference, @PathVariable DeterminationId id, Model model) {
    model.addAttribute("endingForm", new EndingForm(""));
    ends.show(reference, id, model);
    return VIEW;
  }

  @PostMapping
  ModelAndView end(
      @PathVariable CaseReference reference,
      @PathVariable DeterminationId id,
      @CurrentOfficer Officer officer,
      @Valid EndingForm form,
      BindingResult errors,
      Model model) {
    ends.show(reference, id, model);
    return Sent.to(
        reference,
        id,
        VIEW,
        errors,
        () -> exemptions.withdraw(reference, id, officer, form.reason()));
  }
}
