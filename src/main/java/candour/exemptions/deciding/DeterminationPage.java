package candour.exemptions.deciding;

import candour.casework.CaseReference;
import candour.exemptions.DeterminationId;
import candour.exemptions.Exemptions;
import candour.exemptions.immigration.GuardResult;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows a determination in full, with what an approver should know before deciding; another senior
 * officer approves or returns it here.
 */
@Controller
@RequestMapping("/staff/cases/{reference}/exemptions/{id}")
class DeterminationPage {

  private static final String VIEW = "exemptions/determination";

  private final Exemptions exemptions;
  private final Dossiers dossiers;
  private final Quiet quiet;

  DeterminationPage(Exemptions exemptions, Dossiers dossiers, Quiet quiet) {
    this.exemptions = exemptions;
    this.dossiers = dossiers;
    this.quiet = quiet;
  }

  @GetMapping
  String show(
      @PathVariable CaseReference reference,
      @PathVariable DeterminationId id,
      @CurrentOfficer Officer officer,
      Model model) {
    model.addAttribute("rulingForm", RulingForm.blank());
    show(Shown.of(exemptions.get(reference, id)), officer, model);
    return VIEW;
  }

  @PostMapping
  ModelAndView decide(
      @PathVariable CaseReference reference,
      @PathVariable DeterminationId id,
      @CurrentOfficer Officer officer,
      @Valid RulingForm form,
      BindingResult errors,
      Model model) {
    var shown = Shown.of(exemptions.get(reference, id));
    var dossier = show(shown, officer, model);
    var proposal = shown.proposal();
    var refused =
        Sent.refused(() -> {
          if (form.approves() && proposal.applies()) {
            exemptions.refuseIfBlocked(reference, proposal.provision(), officer);
          }
          exemptions.requireDecider(reference, id, officer);
        });
    if (refused != null) {
      model.addAttribute("refused", refused);
      return new ModelAndView(VIEW, HttpStatus.CONFLICT);
    }
    if (form.approves()) {
      form.checkApproval(!dossier.alike().isEmpty(), shown.notTold() != null, errors);
    }
    return Sent.to(
        reference,
        id,
        VIEW,
        errors,
        () -> {
          if (form.approves()) {
            exemptions.approve(reference, id, officer, form.approval(shown.notTold()));
          } else {
            exemptions.giveBack(reference, id, officer, form.reason());
          }
        });
  }

  private Dossier show(Shown shown, Officer officer, Model model) {
    var senior = officer.is(Role.SENIOR);
    var own = shown.proposal().proposedBy().equals(officer.id());
    var dossier = dossiers.of(shown);
    model.addAttribute("determination", shown);
    model.addAttribute("dossier", dossier);
    model.addAttribute("own", own);
    model.addAttribute("blocked", blocked(shown));
    model.addAttribute("decides", senior && !own && shown.state().equals("proposed"));
    model.addAttribute("ends", senior && shown.state().equals("in-force"));
    model.addAttribute(
        "occasions", quiet.occasions(shown.proposal().reference(), shown.proposal().id()));
    model.addAttribute("silences", (senior || officer.is(Role.CASEWORKER)) && shown.isQuiet());
    return dossier;
  }

  /** The rule that keeps what is proposed from ever being approved, if there is one. */
  private @Nullable String blocked(Shown shown) {
    var proposal = shown.proposal();
    return shown.state().equals("proposed")
            && proposal.applies()
            && exemptions.guard(proposal.reference()) instanceof GuardResult.Blocked(var rule)
        ? rule
        : null;
  }
}
