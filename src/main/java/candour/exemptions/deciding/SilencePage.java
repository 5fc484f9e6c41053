package candour.exemptions.deciding;

import candour.casework.CaseReference;
import candour.exemptions.DeterminationId;
import candour.exemptions.Proposal;
import candour.exemptions.Silences;
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

/** Proposes, at the review of not telling, to go on; for a reason of its own. */
@Controller
@RequestMapping("/staff/cases/{reference}/exemptions/{id}/silence")
class SilencePage {

  private static final String VIEW = "exemptions/silence";

  private final Quiet quiet;
  private final Silences silences;
  private final Days days;

  SilencePage(Quiet quiet, Silences silences, Days days) {
    this.quiet = quiet;
    this.silences = silences;
    this.days = days;
  }

  @GetMapping
  String ask(@PathVariable CaseReference reference, @PathVariable DeterminationId id, Model model) {
    model.addAttribute("silenceForm", SilenceForm.blank());
    quiet.show(reference, id, model);
    return VIEW;
  }

  @PostMapping
  ModelAndView propose(
      @PathVariable CaseReference reference,
      @PathVariable DeterminationId id,
      @CurrentOfficer Officer officer,
      @Valid SilenceForm form,
      BindingResult errors,
      Model model) {
    quiet.show(reference, id, model);
    if (form.reviewOn().read().filter(day -> Proposal.isWithinAYear(day, days.today())).isEmpty()) {
      errors.rejectValue("reviewOn", "silence.reviewOn.wrong");
    }
    return Sent.to(
        reference,
        id,
        VIEW,
        errors,
        () -> silences.propose(reference, id, form.telling(), officer));
  }
}
