package candour.exemptions.deciding;

import candour.casework.CaseReference;
import candour.exemptions.Exemption;
import candour.exemptions.Exemptions;
import candour.exemptions.Reliance;
import candour.exemptions.Reliances;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What an officer wrote down about a ground, to whoever has to check it. */
@Controller
class ReliancePage {

  /** One thing that was asked, and what was written. */
  record Written(String label, String words) {}

  private final Exemptions exemptions;
  private final Reliances reliances;

  ReliancePage(Exemptions exemptions, Reliances reliances) {
    this.exemptions = exemptions;
    this.reliances = reliances;
  }

  @GetMapping("/staff/cases/{reference}/exemptions/grounds/{id}")
  String look(
      @PathVariable CaseReference reference, @PathVariable UUID id, Locale locale, Model model) {
    var reliance = reliances.get(reference, id);
    var ground =
        exemptions.grounds().stream()
            .filter(each -> each.code().equals(reliance.code()))
            .findFirst()
            .orElseThrow();
    model.addAttribute("reliance", reliance);
    model.addAttribute("name", ground.name(locale) + " (" + ground.provision() + ")");
    model.addAttribute("written", written(ground, reliance, locale));
    return "exemptions/reliance";
  }

  private static List<Written> written(Exemption ground, Reliance reliance, Locale locale) {
    return ground.fields().stream()
        .map(field ->
            new Written(
                field.label().in(locale), reliance.reasons().getOrDefault(field.field(), "")))
        .toList();
  }
}
