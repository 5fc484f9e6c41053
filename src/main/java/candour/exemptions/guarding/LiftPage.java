package candour.exemptions.guarding;

import candour.casework.CaseReference;
import candour.casework.Purpose;
import candour.casework.Reclassifications;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Proposes that a request is not made to prove status or history, so that its guard is to end. */
@Controller
class LiftPage {

  private static final String FORM = "exemptions/lift";
  private static final int LEAST = 40;

  /** Every purpose but the one that guards. */
  private static final List<Purpose> PURPOSES =
      Stream.of(Purpose.values()).filter(it -> it != Purpose.PROVE_STATUS).toList();

  private final Reclassifications reclassifications;
  private final Guards guards;

  LiftPage(Reclassifications reclassifications, Guards guards) {
    this.reclassifications = reclassifications;
    this.guards = guards;
  }

  /** For what the request is held to be made, why, and what is said to an earlier objection. */
  record Lifting(
      @NotNull(message = "{lift.purpose.wrong}") @Nullable Purpose purpose,
      @Size(min = LEAST, max = 20_000, message = "{lift.reason.wrong}") String reason,
      @Size(max = 20_000, message = "{lift.answer.wrong}") String answer) {

    Lifting(@Nullable Purpose purpose, @Nullable String reason, @Nullable String answer) {
      this.purpose = purpose;
      this.reason = Forms.typed(reason);
      this.answer = Forms.typed(answer);
    }
  }

  @GetMapping("/staff/cases/{reference}/guard/lift")
  String ask(@PathVariable CaseReference reference, Lifting lifting, Model model) {
    show(reference, model);
    return FORM;
  }

  @PostMapping("/staff/cases/{reference}/guard/lift")
  String propose(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid Lifting lifting,
      BindingResult errors,
      RedirectAttributes redirect,
      Model model) {
    Forms.requireCaseworker(officer);
    var objected = show(reference, model);
    if (objected && lifting.answer().length() < LEAST && !errors.hasFieldErrors("answer")) {
      errors.rejectValue("answer", "lift.answer.wrong");
    }
    if (lifting.purpose() == Purpose.PROVE_STATUS) {
      errors.rejectValue("purpose", "lift.purpose.wrong");
    }
    return Forms.send(
        errors,
        redirect,
        FORM,
        "/staff/cases/" + reference + "/guard",
        () -> {
          reclassifications.propose(
              reference,
              Objects.requireNonNull(lifting.purpose()),
              lifting.reason(),
              objected ? lifting.answer() : null,
              officer);
          return "guard.done.proposed";
        });
  }

  /** Puts on the page what it needs, and says whether there is an objection to answer. */
  private boolean show(CaseReference reference, Model model) {
    var objected = guards.objected(reference);
    model.addAttribute("purposes", PURPOSES);
    model.addAttribute("objection", objected.orElse(null));
    return objected.isPresent();
  }
}
