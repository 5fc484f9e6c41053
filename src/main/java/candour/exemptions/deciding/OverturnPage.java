package candour.exemptions.deciding;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Complaint;
import candour.casework.Complaints;
import candour.exemptions.DeterminationId;
import candour.exemptions.Exemptions;
import candour.exemptions.Overruling;
import candour.platform.CurrentOfficer;
import candour.platform.Days;
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

/** Puts on record that a complaint, the Commissioner, a tribunal or a court overturned one. */
@Controller
@RequestMapping("/staff/cases/{reference}/exemptions/{id}/overturn")
class OverturnPage {

  private static final String VIEW = "exemptions/overturn";

  private final Exemptions exemptions;
  private final Complaints complaints;
  private final Casework casework;
  private final Ends ends;
  private final Days days;

  OverturnPage(
      Exemptions exemptions, Complaints complaints, Casework casework, Ends ends, Days days) {
    this.exemptions = exemptions;
    this.complaints = complaints;
    this.casework = casework;
    this.ends = ends;
    this.days = days;
  }

  @GetMapping
  String ask(@PathVariable CaseReference reference, @PathVariable DeterminationId id, Model model) {
    model.addAttribute("overturnForm", begun(reference));
    ends.show(reference, id, model);
    return VIEW;
  }

  @PostMapping
  ModelAndView overturn(
      @PathVariable CaseReference reference,
      @PathVariable DeterminationId id,
      @CurrentOfficer Officer officer,
      @Valid OverturnForm form,
      BindingResult errors,
      Model model) {
    var decided = ends.show(reference, id, model);
    form.on()
        .read()
        .filter(day -> !day.isBefore(decided) && !day.isAfter(days.today()))
        .ifPresentOrElse(_ -> {}, () -> errors.rejectValue("on", "overturn.on.wrong"));
    return Sent.to(
        reference,
        id,
        VIEW,
        errors,
        () -> exemptions.overturn(reference, id, officer, overruling(form)));
  }

  /** Where a complaint about the request was upheld, that is what overturns it, most likely. */
  private OverturnForm begun(CaseReference reference) {
    return complaints.of(reference).stream()
        .filter(Complaint::isUpheld)
        .reduce((_, later) -> later)
        .map(upheld -> OverturnForm.by(upheld, casework.summary(reference).number()))
        .orElseGet(OverturnForm::blank);
  }

  private static Overruling overruling(OverturnForm form) {
    return new Overruling(
        Overruling.Authority.valueOf(form.by()),
        form.on().read().orElseThrow(),
        form.reference().strip(),
        form.reason());
  }
}
