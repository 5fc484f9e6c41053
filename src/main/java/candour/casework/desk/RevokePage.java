package candour.casework.desk;

import candour.casework.ActingForOthers;
import candour.casework.CaseReference;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Ends an authority that the person took back by phone, by letter or in person. */
@Controller
class RevokePage {

  private static final String VIEW = "casework/revoke";

  private final ActingForOthers acting;

  RevokePage(ActingForOthers acting) {
    this.acting = acting;
  }

  /** How the officer came to know. */
  record RevocationForm(
      @NotBlank(message = "{revoke.words.wrong}")
          @Size(min = 10, max = 4_000, message = "{revoke.words.wrong}")
          String words) {}

  @GetMapping("/staff/cases/{reference}/authority/revoke")
  String ask(@PathVariable CaseReference reference, RevocationForm revocationForm) {
    return VIEW;
  }

  @PostMapping("/staff/cases/{reference}/authority/revoke")
  String revoke(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid RevocationForm revocationForm,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/authority",
        () -> {
          acting.revoke(reference, officer, revocationForm.words());
          return "revoke.done";
        });
  }
}
