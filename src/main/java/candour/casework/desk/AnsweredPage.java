package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Correspondence;
import candour.platform.CurrentOfficer;
import candour.platform.Days;
import candour.platform.Officer;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records what the requester answered in another way than through the portal. */
@Controller
class AnsweredPage {

  private static final String VIEW = "casework/answered";

  private final Correspondence correspondence;
  private final Days days;

  AnsweredPage(Correspondence correspondence, Days days) {
    this.correspondence = correspondence;
    this.days = days;
  }

  @GetMapping("/staff/cases/{reference}/clock/answered")
  String ask(@PathVariable CaseReference reference, Answered answered) {
    return VIEW;
  }

  @PostMapping("/staff/cases/{reference}/clock/answered")
  String record(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid Answered answered,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    var on = TypedDay.checked(answered.on(), days.today(), errors, "answered.on.wrong");
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/clock",
        () -> {
          correspondence.writeFor(reference, officer, answered.words(), on);
          return "case.done.recorded";
        });
  }
}
