package candour.exemptions.deciding;

import candour.casework.CaseReference;
import candour.exemptions.DeterminationId;
import candour.exemptions.Silence;
import candour.exemptions.Silences;
import candour.exemptions.Words;
import candour.exemptions.deciding.Answers.Decision;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows a proposal to go on not telling beside the earlier reasons; another officer decides. */
@Controller
@RequestMapping("/staff/cases/{reference}/exemptions/{id}/silence/{silence}")
class SilenceRulingPage {

  /** What another officer decides; approving takes as long a reason as proposing. */
  record SilenceRuling(
      @OneOf(value = Decision.class, message = "{determination.ruling.wrong}") String ruling,
      @Says(value = Words.RULING, message = "{determination.reason.wrong}") String reason,
      @Nullable String likenessReason) {

    String justification() {
      return Objects.requireNonNullElse(likenessReason, "");
    }

    boolean approves() {
      return Decision.APPROVED.name().equals(ruling);
    }
  }

  private static final String VIEW = "exemptions/silence-ruling";

  private final Quiet quiet;
  private final Silences silences;
  private final Dossiers dossiers;

  SilenceRulingPage(Quiet quiet, Silences silences, Dossiers dossiers) {
    this.quiet = quiet;
    this.silences = silences;
    this.dossiers = dossiers;
  }

  @GetMapping
  String look(
      @PathVariable CaseReference reference,
      @PathVariable DeterminationId id,
      @PathVariable UUID silence,
      @CurrentOfficer Officer officer,
      Model model) {
    model.addAttribute("silenceRuling", new SilenceRuling("", "", null));
    show(reference, id, silences.get(reference, id, silence), officer, model);
    return VIEW;
  }

  @PostMapping
  ModelAndView decide(
      @PathVariable CaseReference reference,
      @PathVariable DeterminationId id,
      @PathVariable UUID silence,
      @CurrentOfficer Officer officer,
      @Valid SilenceRuling form,
      BindingResult errors,
      Model model) {
    var alike = show(reference, id, silences.get(reference, id, silence), officer, model);
    if (form.approves() && alike && !Words.say(form.justification(), Words.REASON)) {
      errors.rejectValue("likenessReason", "determination.likenessReason.wrong");
    }
    if (form.approves()
        && !errors.hasFieldErrors("reason")
        && !Words.say(form.reason(), Words.REASON)) {
      errors.rejectValue("reason", "silence.reason.wrong");
    }
    return Sent.to(
        reference,
        id,
        VIEW,
        errors,
        () -> {
          if (form.approves()) {
            silences.approve(reference, id, silence, officer, form.reason(), form.likenessReason());
          } else {
            silences.giveBack(reference, id, silence, officer, form.reason());
          }
        });
  }

  /** Shows it, and says whether its reason is close to one of another case. */
  private boolean show(
      CaseReference reference, DeterminationId id, Silence silence, Officer officer, Model model) {
    var own = silence.proposedBy().equals(officer.id());
    quiet.show(reference, id, model);
    model.addAttribute("silence", quiet.shown(silence));
    model.addAttribute("own", own);
    model.addAttribute("decides", silence.verdict() == null && !own && officer.is(Role.SENIOR));
    var alike = dossiers.alike(silences.likenesses(reference, id, silence.id()));
    model.addAttribute("alike", alike);
    return !alike.isEmpty();
  }
}
