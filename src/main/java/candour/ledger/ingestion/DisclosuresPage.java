package candour.ledger.ingestion;

import candour.ledger.Disclosure;
import candour.ledger.PolicyDecision;
import candour.ledger.PolicyDecision.Breach;
import candour.ledger.PolicyDecision.OutOfAgreement;
import candour.ledger.SharingAgreement;
import candour.ledger.agreement.Agreements;
import candour.ledger.entries.Disclosures;
import candour.ledger.entries.Line;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The files that were taken in, and the rows of each, flagged ones with why. */
@Controller
@Transactional(readOnly = true)
class DisclosuresPage {

  /** How many stand on one page. */
  private static final int PAGE = 50;

  /** A row as the page shows it. */
  record Shown(Line line, List<Breach> breaches) {

    public Disclosure disclosure() {
      return line.disclosure();
    }
  }

  private final Batches batches;
  private final Disclosures disclosures;
  private final Agreements agreements;

  DisclosuresPage(Batches batches, Disclosures disclosures, Agreements agreements) {
    this.batches = batches;
    this.disclosures = disclosures;
    this.agreements = agreements;
  }

  @GetMapping("/staff/disclosures")
  String list(@RequestParam(required = false) @Nullable UUID after, Model model) {
    var found = batches.recent(after, PAGE + 1);
    var page = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("batches", page);
    model.addAttribute("first", after == null);
    model.addAttribute("next", found.size() > PAGE ? page.getLast().id() : null);
    return "ledger/disclosures";
  }

  @GetMapping("/staff/disclosures/{batch}")
  String rows(
      @PathVariable UUID batch,
      @RequestParam(defaultValue = "false") boolean flagged,
      @RequestParam(defaultValue = "0") int after,
      Model model) {
    model.addAttribute("batch", batches.get(batch));
    var known = agreements.all();
    var found = disclosures.inBatch(batch, flagged, after, PAGE + 1);
    var page = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("rows", page.stream().map(line -> shown(line, known)).toList());
    model.addAttribute("flagged", flagged);
    model.addAttribute("first", after == 0);
    model.addAttribute("next", found.size() > PAGE ? page.getLast().number() : null);
    return "ledger/batch";
  }

  private static Shown shown(Line line, Map<String, SharingAgreement> known) {
    var named = line.agreementId();
    var disclosure = line.disclosure();
    var decision =
        PolicyDecision.on(
            named == null ? null : known.get(named), disclosure.asked(), disclosure.outcome());
    return new Shown(line, decision instanceof OutOfAgreement out ? out.breaches() : List.of());
  }
}
