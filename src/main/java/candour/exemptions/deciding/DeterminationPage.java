package candour.exemptions.deciding;

import candour.casework.CaseReference;
import candour.exemptions.DeterminationId;
import candour.exemptions.Exemptions;
import candour.exemptions.Telling;
import candour.exemptions.Words;
import candour.exemptions.deciding.Answers.Told;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Objects;
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

/** Shows a determination in full; another senior officer approves or returns it here. */
@Controller
@RequestMapping("/staff/cases/{reference}/exemptions/{id}")
class DeterminationPage {

  private static final String VIEW = "exemptions/determination";

  private final Exemptions exemptions;

  DeterminationPage(Exemptions exemptions) {
    this.exemptions = exemptions;
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
    var refused = Sent.refused(() -> exemptions.requireDecider(reference, id, officer));
    var shown = Shown.of(exemptions.get(reference, id));
    show(shown, officer, model);
    if (refused != null) {
      model.addAttribute("refused", refused);
      return new ModelAndView(VIEW, HttpStatus.CONFLICT);
    }
    if (form.approves() && shown.notTold() != null) {
      checkTelling(form, errors);
    }
    return Sent.to(
        reference,
        id,
        VIEW,
        errors,
        () -> {
          if (form.approves()) {
            exemptions.approve(
                reference, id, officer, form.reason(), telling(form, shown.notTold()));
          } else {
            exemptions.giveBack(reference, id, officer, form.reason());
          }
        });
  }

  private static void checkTelling(RulingForm form, BindingResult errors) {
    if (Arrays.stream(Told.values()).noneMatch(it -> it.name().equals(form.tell()))) {
      errors.rejectValue("tell", "determination.tell.wrong");
    } else if (form.keepsQuiet()
        && !Words.say(Objects.requireNonNullElse(form.tellReason(), ""), Words.REASON)) {
      errors.rejectValue("tellReason", "determination.tellReason.wrong");
    }
  }

  /** Telling is the rule: only where not telling was proposed can it be decided. */
  private static Telling telling(RulingForm form, Telling.@Nullable NotTold proposed) {
    return proposed != null && form.keepsQuiet()
        ? new Telling.NotTold(
            Objects.requireNonNullElse(form.tellReason(), ""), proposed.reviewOn())
        : new Telling.Told();
  }

  private static void show(Shown shown, Officer officer, Model model) {
    var senior = officer.is(Role.SENIOR);
    var own = shown.proposal().proposedBy().equals(officer.id());
    model.addAttribute("determination", shown);
    model.addAttribute("own", own);
    model.addAttribute("decides", senior && !own && shown.state().equals("proposed"));
    model.addAttribute("ends", senior && shown.state().equals("in-force"));
  }
}
