package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Correction;
import candour.casework.Correction.Ruling;
import candour.casework.Corrections;
import candour.casework.Recipients;
import candour.platform.CurrentOfficer;
import candour.platform.Days;
import candour.platform.Forms;
import candour.platform.Officer;
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

/** Something that a person asks to have put right, and the ruling on it. */
@Controller
class CorrectionPage {

  private static final String VIEW = "casework/correction";
  private static final String PATH = "/staff/cases/{reference}/corrections/{correction}";

  private final Corrections corrections;
  private final Recipients recipients;
  private final RecipientWords told;
  private final RedressWords words;
  private final Days days;

  CorrectionPage(
      Corrections corrections,
      Recipients recipients,
      RecipientWords told,
      RedressWords words,
      Days days) {
    this.corrections = corrections;
    this.recipients = recipients;
    this.told = told;
    this.words = words;
    this.days = days;
  }

  /** What is done about it, and why, as the person reads it. */
  record Decision(
      @NotNull(message = "{correction.ruling.missing}") @Nullable Ruling ruling,
      @NotBlank(message = "{correction.reasons.wrong}")
          @Size(min = Correction.REASONS, max = 20_000, message = "{correction.reasons.wrong}")
          String reasons) {

    Decision(@Nullable Ruling ruling, @Nullable String reasons) {
      this.ruling = ruling;
      this.reasons = reasons == null ? "" : reasons.strip();
    }
  }

  @ModelAttribute
  void correction(
      @PathVariable CaseReference reference,
      @PathVariable UUID correction,
      @CurrentOfficer Officer officer,
      Model model) {
    var asked = corrections.get(reference, correction);
    model.addAttribute("correction", words.card(asked));
    model.addAttribute("extended", words.extended(asked));
    model.addAttribute("ruled", words.ruled(asked));
    model.addAttribute("recipients", told.of(asked));
    model.addAttribute(
        "corrected", asked.ruled() != null && asked.ruled().ruling() == Ruling.CORRECTED);
    model.addAttribute("mayWork", officer.worksOnCases());
    model.addAttribute("mayExtend", asked.mayBeExtendedOn(days.today()) && officer.worksOnCases());
    model.addAttribute("mayRule", asked.ruled() == null && officer.worksOnCases());
  }

  @GetMapping(PATH)
  String show(@PathVariable CaseReference reference, Decision decision) {
    return VIEW;
  }

  @PostMapping(PATH)
  String rule(
      @PathVariable CaseReference reference,
      @PathVariable UUID correction,
      @CurrentOfficer Officer officer,
      @Valid Decision decision,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/corrections/" + correction,
        () ->
            Sent.key(
                corrections.rule(
                    reference,
                    correction,
                    Objects.requireNonNull(decision.ruling()),
                    decision.reasons(),
                    officer)));
  }

  @PostMapping(PATH + "/recipients")
  String lookAgain(
      @PathVariable CaseReference reference,
      @PathVariable UUID correction,
      @CurrentOfficer Officer officer) {
    Forms.requireCaseworker(officer);
    recipients.lookAgain(corrections.get(reference, correction), officer);
    return "redirect:/staff/cases/" + reference + "/corrections/" + correction;
  }
}
