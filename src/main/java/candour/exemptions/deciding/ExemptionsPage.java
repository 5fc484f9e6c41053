package candour.exemptions.deciding;

import candour.casework.CaseReference;
import candour.exemptions.Exemptions;
import candour.exemptions.immigration.GuardResult;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Lists the determinations of a case, and the grounds on which something may be kept back. */
@Controller
class ExemptionsPage {

  /** A ground of the register, in the reader's language. */
  record Ground(String name, String provision, boolean caseByCase) {}

  private final Exemptions exemptions;

  ExemptionsPage(Exemptions exemptions) {
    this.exemptions = exemptions;
  }

  @GetMapping("/staff/cases/{reference}/exemptions")
  String list(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      Locale locale,
      Model model) {
    var blocked =
        exemptions.guard(reference) instanceof GuardResult.Blocked(var rule) ? rule : null;
    model.addAttribute("blocked", blocked);
    model.addAttribute("determinations", exemptions.of(reference).stream().map(Shown::of).toList());
    model.addAttribute("items", exemptions.items(reference).size());
    model.addAttribute(
        "proposes", blocked == null && (officer.is(Role.CASEWORKER) || officer.is(Role.SENIOR)));
    model.addAttribute(
        "grounds",
        exemptions.register().stream()
            .map(it -> new Ground(it.name(locale), it.provision(), it.caseByCase()))
            .toList());
    return "exemptions/exemptions";
  }
}
