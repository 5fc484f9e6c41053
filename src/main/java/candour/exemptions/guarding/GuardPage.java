package candour.exemptions.guarding;

import candour.casework.CaseReference;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Says whether a request is guarded, how it came to be so, and what is done about it. */
@Controller
class GuardPage {

  private final Guards guards;

  GuardPage(Guards guards) {
    this.guards = guards;
  }

  @GetMapping("/staff/cases/{reference}/guard")
  String show(@PathVariable CaseReference reference, @CurrentOfficer Officer officer, Model model) {
    model.addAttribute("guard", guards.of(reference, officer));
    return "exemptions/guard";
  }
}
