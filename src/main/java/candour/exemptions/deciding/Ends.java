package candour.exemptions.deciding;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.exemptions.DeterminationId;
import candour.exemptions.Exemptions;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages show on which a determination in force is ended. */
@Component
class Ends {

  private final Exemptions exemptions;
  private final Casework casework;

  Ends(Exemptions exemptions, Casework casework) {
    this.exemptions = exemptions;
    this.casework = casework;
  }

  /** Shows the determination, and returns the day in London on which it was ruled on. */
  LocalDate show(CaseReference reference, DeterminationId id, Model model) {
    var shown = Shown.of(exemptions.get(reference, id));
    model.addAttribute("determination", shown);
    model.addAttribute("answered", casework.summary(reference).answeredOn() != null);
    var ruling = shown.ruling();
    return ruling == null ? LocalDate.MAX : ruling.on();
  }
}
