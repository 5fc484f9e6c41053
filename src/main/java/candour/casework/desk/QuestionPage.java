package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Correspondence;
import candour.casework.Dispatch;
import candour.casework.IdentityChecks;
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

/**
 * Asks the requester what the office must know, and stops the clock until they answer: from the
 * clock's tab what they mean, from the identity tab who they are.
 */
@Controller
class QuestionPage {

  private static final String VIEW = "casework/question";
  private static final String PATH = "/staff/cases/{reference}/{tab:clock|identity}/question";

  private final Correspondence correspondence;
  private final IdentityChecks checks;

  QuestionPage(Correspondence correspondence, IdentityChecks checks) {
    this.correspondence = correspondence;
    this.checks = checks;
  }

  /** What the requester is asked, and for the record why. */
  record Question(
      @NotBlank(message = "{question.question.wrong}")
          @Size(min = 10, max = 20_000, message = "{question.question.wrong}")
          String question,
      @NotBlank(message = "{question.reason.wrong}")
          @Size(min = 10, max = 4_000, message = "{question.reason.wrong}")
          String reason) {}

  @GetMapping(PATH)
  String ask(@PathVariable CaseReference reference, @PathVariable String tab, Question question) {
    return VIEW;
  }

  @PostMapping(PATH)
  String send(
      @PathVariable CaseReference reference,
      @PathVariable String tab,
      @CurrentOfficer Officer officer,
      @Valid Question question,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/" + tab,
        () -> Sent.key(send(reference, tab, officer, question)));
  }

  private Dispatch send(CaseReference reference, String tab, Officer officer, Question asked) {
    return tab.equals("identity")
        ? checks.doubt(reference, officer, asked.reason(), asked.question())
        : correspondence.ask(reference, officer, asked.question(), asked.reason());
  }
}
