package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.KeptBack;
import candour.ledger.Ledger;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Which entries of the ledger are, or may be, about this person, and which of them they see. */
@Controller
class DisclosuresPage {

  private final Casework casework;
  private final Ledger ledger;
  private final DisclosureWords disclosures;
  private final KeptBack kept;

  DisclosuresPage(Casework casework, Ledger ledger, DisclosureWords disclosures, KeptBack kept) {
    this.casework = casework;
    this.ledger = ledger;
    this.disclosures = disclosures;
    this.kept = kept;
  }

  @GetMapping("/staff/cases/{reference}/disclosures")
  String show(@PathVariable CaseReference reference, @CurrentOfficer Officer officer, Model model) {
    var summary = casework.summary(reference);
    model.addAttribute(
        "entries",
        ledger.candidatesFor(summary.subjectId()).stream().map(disclosures::entry).toList());
    model.addAttribute("kept", kept.entries(reference));
    model.addAttribute("general", kept.inGeneralWords(reference));
    model.addAttribute("identityConfirmed", summary.identityConfirmed());
    model.addAttribute("mayClear", ClearPage.mayClear(officer));
    return "casework/disclosures";
  }
}
