package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.KeptBack;
import candour.ledger.Ledger;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets the person see an entry of the ledger, because an officer found that it is about them. */
@Controller
class ClearPage {

  private static final String VIEW = "casework/clear";

  private final Casework casework;
  private final Ledger ledger;
  private final KeptBack kept;
  private final DisclosureWords disclosures;

  ClearPage(Casework casework, Ledger ledger, KeptBack kept, DisclosureWords disclosures) {
    this.casework = casework;
    this.ledger = ledger;
    this.kept = kept;
    this.disclosures = disclosures;
  }

  /** Why the officer is sure. */
  record Clearance(
      @NotBlank(message = "{clear.reason.wrong}")
          @Size(min = 10, max = 4_000, message = "{clear.reason.wrong}")
          String reason) {}

  static boolean mayClear(Officer officer) {
    return officer.is(Role.DISCLOSURES) || officer.is(Role.SENIOR);
  }

  @ModelAttribute("entry")
  DisclosureWords.Entry entry(
      @PathVariable CaseReference reference, @PathVariable UUID disclosure) {
    return ledger.candidatesFor(casework.summary(reference).subjectId()).stream()
        .filter(candidate -> candidate.disclosure().id().equals(disclosure))
        .findFirst()
        .map(disclosures::entry)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/staff/cases/{reference}/disclosures/{disclosure}/clear")
  String ask(@PathVariable CaseReference reference, Clearance clearance) {
    return VIEW;
  }

  @PostMapping("/staff/cases/{reference}/disclosures/{disclosure}/clear")
  String clear(
      @PathVariable CaseReference reference,
      @PathVariable UUID disclosure,
      @CurrentOfficer Officer officer,
      @Valid Clearance clearance,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.require(officer, Role.DISCLOSURES, Role.SENIOR);
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/disclosures",
        () -> {
          var subject = casework.summary(reference).subjectId();
          ledger.clear(disclosure, subject, officer, clearance.reason());
          return done(reference, disclosure);
        });
  }

  private String done(CaseReference reference, UUID disclosure) {
    if (kept.entries(reference).contains(disclosure)) {
      return "clear.done.kept";
    }
    return kept.inGeneralWords(reference).contains(disclosure)
        ? "clear.done.general"
        : "clear.done";
  }
}
