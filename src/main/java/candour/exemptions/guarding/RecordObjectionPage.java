package candour.exemptions.guarding;

import candour.casework.CaseReference;
import candour.casework.Reclassifications;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records an objection that came by letter, phone or in person. */
@Controller
class RecordObjectionPage {

  private static final String FORM = "exemptions/record-objection";

  private final Reclassifications reclassifications;

  RecordObjectionPage(Reclassifications reclassifications) {
    this.reclassifications = reclassifications;
  }

  /** Their words, if they gave any. */
  record Objecting(@Size(max = 20_000, message = "{record-objection.words.wrong}") String words) {

    Objecting(@Nullable String words) {
      this.words = Forms.typed(words);
    }
  }

  @GetMapping("/staff/cases/{reference}/guard/record-objection")
  String ask(@PathVariable CaseReference reference, Objecting objecting) {
    return FORM;
  }

  @PostMapping("/staff/cases/{reference}/guard/record-objection")
  String record(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid Objecting objecting,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    return Forms.send(
        errors,
        redirect,
        FORM,
        "/staff/cases/" + reference + "/guard",
        () -> {
          reclassifications.object(reference, objecting.words(), officer);
          return "guard.done.objected";
        });
  }
}
