package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Corrections;
import candour.casework.Recipient.Notice;
import candour.casework.Recipients;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
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

/** Where an officer says that a recipient was told of a correction, or why they are not. */
@Controller
class RecipientPage {

  private static final String VIEW = "casework/recipient";
  private static final String PATH = "/staff/cases/{reference}/recipients/{recipient}";

  private final Recipients recipients;
  private final Corrections corrections;
  private final RecipientWords told;
  private final RedressWords words;

  RecipientPage(
      Recipients recipients, Corrections corrections, RecipientWords told, RedressWords words) {
    this.recipients = recipients;
    this.corrections = corrections;
    this.told = told;
    this.words = words;
  }

  /** What was done, and how, or why not. */
  record Settling(
      @NotNull(message = "{recipient.notice.missing}") @Nullable Notice notice,
      @Size(max = 4_000, message = "{recipient.words.long}") String words) {

    Settling(@Nullable Notice notice, @Nullable String words) {
      this.notice = notice;
      this.words = Forms.typed(words);
    }
  }

  @ModelAttribute
  void recipient(
      @PathVariable CaseReference reference,
      @PathVariable UUID recipient,
      @CurrentOfficer Officer officer,
      Model model) {
    var found = recipients.get(reference, recipient);
    model.addAttribute("recipient", told.line(found));
    model.addAttribute("settled", found.settled());
    model.addAttribute("letter", told.letter(found));
    model.addAttribute("correction", words.card(corrections.get(reference, found.correctionId())));
    model.addAttribute("maySettle", found.settled() == null && officer.worksOnCases());
  }

  @GetMapping(PATH)
  String show(@PathVariable CaseReference reference, Settling settling) {
    return VIEW;
  }

  @PostMapping(PATH)
  String settle(
      @PathVariable CaseReference reference,
      @PathVariable UUID recipient,
      @CurrentOfficer Officer officer,
      @Valid Settling settling,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    var notice = settling.notice();
    if (notice != null && settling.words().length() < notice.least()) {
      errors.rejectValue("words", "recipient.words.short", new Object[] {notice.least()}, null);
    }
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/recipients/" + recipient,
        () -> {
          recipients.settle(
              reference, recipient, Objects.requireNonNull(notice), settling.words(), officer);
          return "case.done.recorded";
        });
  }
}
