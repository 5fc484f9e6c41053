package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Complaint;
import candour.casework.Complaint.Outcome;
import candour.casework.Complaints;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a senior officer who had no part in the matter decides a complaint. */
@Controller
class DecideComplaintPage {

  private static final String VIEW = "casework/decide-complaint";
  private static final String PATH = "/staff/cases/{reference}/complaints/{complaint}/decide";

  private final Complaints complaints;
  private final RedressWords words;

  DecideComplaintPage(Complaints complaints, RedressWords words) {
    this.complaints = complaints;
    this.words = words;
  }

  /** What is decided, and why, as the person reads it. */
  record Decision(
      @NotNull(message = "{decide-complaint.outcome.missing}") @Nullable Outcome outcome,
      @NotBlank(message = "{decide-complaint.reasons.wrong}")
          @Size(min = Complaint.REASONS, max = 20_000, message = "{decide-complaint.reasons.wrong}")
          String reasons) {

    Decision(@Nullable Outcome outcome, @Nullable String reasons) {
      this.outcome = outcome;
      this.reasons = reasons == null ? "" : reasons.strip();
    }
  }

  @ModelAttribute
  void complaint(@PathVariable CaseReference reference, @PathVariable UUID complaint, Model model) {
    model.addAttribute("complaint", words.card(complaints.get(reference, complaint)));
  }

  /** Whoever may not decide it, or comes too late, is shown the complaint instead. */
  @GetMapping(PATH)
  String ask(
      @PathVariable CaseReference reference,
      @PathVariable UUID complaint,
      @CurrentOfficer Officer officer,
      Decision decision) {
    var open = complaints.get(reference, complaint).decided() == null;
    return open && officer.is(Role.SENIOR)
        ? VIEW
        : "redirect:/staff/cases/" + reference + "/complaints/" + complaint;
  }

  @PostMapping(PATH)
  String decide(
      @PathVariable CaseReference reference,
      @PathVariable UUID complaint,
      @CurrentOfficer Officer officer,
      @Valid Decision decision,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.require(officer, Role.SENIOR);
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/complaints/" + complaint,
        () ->
            Sent.key(
                complaints.decide(
                    reference,
                    complaint,
                    Objects.requireNonNull(decision.outcome()),
                    decision.reasons(),
                    officer)));
  }
}
