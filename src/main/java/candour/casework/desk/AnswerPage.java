package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Correspondence;
import candour.casework.IdentityChecks;
import candour.platform.CurrentOfficer;
import candour.platform.Days;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Records what came from the requester in another way than through the portal: on the clock's tab
 * what they said, on the identity tab what shows who they are.
 */
@Controller
class AnswerPage {

  private static final String VIEW = "casework/answer";
  private static final String PATH = "/staff/cases/{reference}/{tab:clock|identity}/answer";

  private final Correspondence correspondence;
  private final IdentityChecks checks;
  private final Days days;

  AnswerPage(Correspondence correspondence, IdentityChecks checks, Days days) {
    this.correspondence = correspondence;
    this.checks = checks;
    this.days = days;
  }

  /** What came, and on which day. */
  record Answer(
      TypedDay on,
      @NotBlank(message = "{answer.words.wrong}")
          @Size(max = 20_000, message = "{answer.words.wrong}")
          String words) {

    Answer(@Nullable TypedDay on, String words) {
      this.on = TypedDay.orBlank(on);
      this.words = words;
    }
  }

  @GetMapping(PATH)
  String ask(@PathVariable CaseReference reference, @PathVariable String tab, Answer answer) {
    return VIEW;
  }

  @PostMapping(PATH)
  String record(
      @PathVariable CaseReference reference,
      @PathVariable String tab,
      @CurrentOfficer Officer officer,
      @Valid Answer answer,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    var on = TypedDay.checked(answer.on(), days.today(), errors, "answer.on.wrong");
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/" + tab,
        () -> {
          if (tab.equals("identity")) {
            checks.informationReceived(reference, officer, on, answer.words());
          } else {
            correspondence.writeFor(reference, officer, answer.words(), on);
          }
          return "case.done.recorded-scan";
        });
  }
}
