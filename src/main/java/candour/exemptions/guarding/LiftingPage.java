package candour.exemptions.guarding;

import candour.casework.CaseReference;
import candour.casework.Reclassifications;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where another senior officer approves that a guard is to end, or returns that. */
@Controller
class LiftingPage {

  private static final String VIEW = "exemptions/lifting";

  private final Reclassifications reclassifications;

  LiftingPage(Reclassifications reclassifications) {
    this.reclassifications = reclassifications;
  }

  enum Choice {
    APPROVED,
    RETURNED
  }

  /** What is decided, and why. */
  record Deciding(
      @NotNull(message = "{lifting.choice.wrong}") @Nullable Choice choice,
      @Size(min = 10, max = 20_000, message = "{lifting.reason.wrong}") String reason) {

    Deciding(@Nullable Choice choice, @Nullable String reason) {
      this.choice = choice;
      this.reason = Forms.typed(reason);
    }
  }

  @GetMapping("/staff/cases/{reference}/guard/{lifting}")
  String ask(
      @PathVariable CaseReference reference,
      @PathVariable UUID lifting,
      @CurrentOfficer Officer officer,
      Deciding deciding,
      Model model) {
    show(reference, lifting, officer, model);
    return VIEW;
  }

  @PostMapping("/staff/cases/{reference}/guard/{lifting}")
  String decide(
      @PathVariable CaseReference reference,
      @PathVariable UUID lifting,
      @CurrentOfficer Officer officer,
      @Valid Deciding deciding,
      BindingResult errors,
      RedirectAttributes redirect,
      Model model) {
    Forms.requireCaseworker(officer);
    show(reference, lifting, officer, model);
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/guard",
        () -> {
          if (deciding.choice() == Choice.APPROVED) {
            reclassifications.approve(reference, lifting, deciding.reason(), officer);
            return "guard.done.approved";
          }
          reclassifications.giveBack(reference, lifting, deciding.reason(), officer);
          return "guard.done.returned";
        });
  }

  private void show(CaseReference reference, UUID lifting, Officer officer, Model model) {
    var proposed = reclassifications.get(reference, lifting);
    model.addAttribute("proposed", proposed);
    model.addAttribute("own", proposed.proposedBy().id().equals(officer.id()));
    model.addAttribute("decides", Guards.decides(officer, proposed));
  }
}
