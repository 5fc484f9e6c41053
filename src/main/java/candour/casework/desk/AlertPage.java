package candour.casework.desk;

import candour.casework.Alerts;
import candour.casework.CaseReference;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes down that an officer has looked at what somebody told the portal. */
@Controller
class AlertPage {

  private static final String PATH = "/staff/cases/{reference}/alerts/{alert}/seen";

  private final Alerts alerts;

  AlertPage(Alerts alerts) {
    this.alerts = alerts;
  }

  /** Where a refusal was shown, reloading or choosing the other language leads back to the case. */
  @GetMapping(PATH)
  String back(@PathVariable CaseReference reference) {
    return "redirect:/staff/cases/" + reference;
  }

  @PostMapping(PATH)
  String seen(
      @PathVariable CaseReference reference,
      @PathVariable UUID alert,
      @CurrentOfficer Officer officer,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    alerts.seen(reference, alert, officer);
    redirect.addFlashAttribute("done", "alert.done");
    return "redirect:/staff/cases/" + reference;
  }
}
