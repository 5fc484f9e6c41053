package candour.casework.desk;

import candour.casework.CaseClock;
import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Evidence;
import candour.casework.IdentityChecks;
import candour.casework.clock.Deadline;
import candour.casework.clock.StopReason;
import candour.identity.Verified;
import candour.platform.CurrentOfficer;
import candour.platform.Days;
import candour.platform.Forms;
import candour.platform.Officer;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who the requester says they are, how they offer to show it, and what officers made of it. */
@Controller
class IdentityPage {

  private final Casework casework;
  private final IdentityChecks checks;
  private final CaseClock clock;
  private final PersonWords person;
  private final Words words;
  private final Evidence evidence;

  IdentityPage(
      Casework casework,
      IdentityChecks checks,
      CaseClock clock,
      PersonWords person,
      Words words,
      Evidence evidence) {
    this.evidence = evidence;
    this.casework = casework;
    this.checks = checks;
    this.clock = clock;
    this.person = person;
    this.words = words;
  }

  /** One look at somebody's identity, as it is on record. */
  record Look(String on, String result, String method, String evidence, String reason, String by) {}

  @GetMapping("/staff/cases/{reference}/identity")
  String show(@PathVariable CaseReference reference, @CurrentOfficer Officer officer, Model model) {
    var summary = casework.summary(reference);
    var asked = awaitsInformation(clock.deadline(reference));
    model.addAttribute("confirmed", summary.identityConfirmed());
    model.addAttribute("awaited", asked);
    model.addAttribute(
        "mayWork",
        officer.worksOnCases() && !summary.identityConfirmed() && summary.outcome() == null);
    model.addAttribute("rows", person.identity(summary));
    model.addAttribute("files", evidence.of(reference));
    model.addAttribute(
        "destroyedOn", evidence.destroyedOn(reference).map(words::date).orElse(null));
    model.addAttribute("looks", checks.looks(reference).stream().map(this::look).toList());
    return "casework/identity";
  }

  @GetMapping("/staff/cases/{reference}/identity/files/{document}")
  ResponseEntity<byte[]> file(
      @PathVariable CaseReference reference,
      @PathVariable UUID document,
      @CurrentOfficer Officer officer) {
    Forms.requireCaseworker(officer);
    return evidence.file(reference, document).toResponse();
  }

  private static boolean awaitsInformation(Deadline deadline) {
    return deadline instanceof Deadline.Paused paused
        && paused.awaiting().stream().anyMatch(it -> it.reason() == StopReason.IDENTITY);
  }

  private Look look(Verified verified) {
    var look = verified.verification();
    return new Look(
        words.date(Days.of(verified.at())),
        words.say(look.accepted() ? "identity.confirmed" : "identity.not-satisfied"),
        words.of("case.method.", look.method()),
        look.evidence(),
        look.reason(),
        verified.officerName());
  }
}
