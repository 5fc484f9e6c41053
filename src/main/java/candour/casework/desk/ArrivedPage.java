package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.IdentityChecks;
import candour.platform.CurrentOfficer;
import candour.platform.Days;
import candour.platform.Officer;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records that the information about identity has come: the month is counted from that day. */
@Controller
class ArrivedPage {

  private static final String VIEW = "casework/arrived";

  private final IdentityChecks checks;
  private final Days days;

  ArrivedPage(IdentityChecks checks, Days days) {
    this.checks = checks;
    this.days = days;
  }

  /** The day on which it came. */
  record Arrived(TypedDay on) {
    Arrived(@Nullable TypedDay on) {
      this.on = TypedDay.orBlank(on);
    }
  }

  @GetMapping("/staff/cases/{reference}/identity/arrived")
  String ask(@PathVariable CaseReference reference, Arrived arrived) {
    return VIEW;
  }

  @PostMapping("/staff/cases/{reference}/identity/arrived")
  String record(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid Arrived arrived,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    var on = TypedDay.checked(arrived.on(), days.today(), errors, "arrived.on.wrong");
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/identity",
        () -> {
          checks.informationReceived(reference, officer, on);
          return "case.done.recorded";
        });
  }
}
