package candour.casework.desk;

import static java.util.Objects.requireNonNull;

import candour.casework.ActingForOthers;
import candour.casework.CaseReference;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accepts or rejects the authority of whoever asks for somebody else. */
@Controller
class RulePage {

  private static final String VIEW = "casework/rule";

  private final ActingForOthers acting;

  RulePage(ActingForOthers acting) {
    this.acting = acting;
  }

  /** What an officer makes of an authority. */
  record RulingForm(
      @NotNull(message = "{rule.accepted.missing}") @Nullable Boolean accepted,
      @Nullable Boolean registerChecked,
      @NotBlank(message = "{rule.reason.wrong}")
          @Size(min = 10, max = 4_000, message = "{rule.reason.wrong}")
          String reason) {}

  /** Whether it rests on a register that has to be looked at. */
  @ModelAttribute("adviser")
  boolean adviser(@PathVariable CaseReference reference) {
    return acting.of(reference).filter(it -> it.representative().regulator() != null).isPresent();
  }

  @GetMapping("/staff/cases/{reference}/authority/rule")
  String ask(@PathVariable CaseReference reference, RulingForm rulingForm) {
    return VIEW;
  }

  @PostMapping("/staff/cases/{reference}/authority/rule")
  String rule(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid RulingForm rulingForm,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/authority",
        () -> rule(reference, officer, rulingForm));
  }

  private String rule(CaseReference reference, Officer officer, RulingForm typed) {
    var accepted = requireNonNull(typed.accepted());
    acting.rule(
        reference, officer, accepted, Boolean.TRUE.equals(typed.registerChecked()), typed.reason());
    return accepted ? "rule.done.accepted" : "rule.done.rejected";
  }
}
