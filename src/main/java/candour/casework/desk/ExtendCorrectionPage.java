package candour.casework.desk;

import static java.util.Objects.requireNonNull;

import candour.casework.CaseReference;
import candour.casework.Corrections;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells the person that what they ask to have put right takes two further months. */
@Controller
class ExtendCorrectionPage {

  private static final String VIEW = "casework/extend-correction";
  private static final String PATH = "/staff/cases/{reference}/corrections/{correction}/extend";

  private final Corrections corrections;
  private final RedressWords words;

  ExtendCorrectionPage(Corrections corrections, RedressWords words) {
    this.corrections = corrections;
    this.words = words;
  }

  @ModelAttribute
  void correction(
      @PathVariable CaseReference reference, @PathVariable UUID correction, Model model) {
    var asked = corrections.get(reference, correction);
    model.addAttribute("correction", words.card(asked));
    model.addAttribute("noticeBy", words.noticeBy(asked));
  }

  @GetMapping(PATH)
  String ask(Extension extension) {
    return VIEW;
  }

  @PostMapping(PATH)
  String extend(
      @PathVariable CaseReference reference,
      @PathVariable UUID correction,
      @CurrentOfficer Officer officer,
      @Valid Extension extension,
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
                corrections.extend(
                    reference,
                    correction,
                    requireNonNull(extension.ground()),
                    extension.reasons(),
                    officer)));
  }
}
