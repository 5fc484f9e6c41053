package candour.exemptions.deciding;

import candour.casework.Casework;
import candour.casework.Reclassification.Undecided;
import candour.casework.Reclassifications;
import candour.exemptions.WaitingProposals;
import candour.exemptions.WaitingProposals.Waiting;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Lists, over all cases, what the signed-in senior officer may decide on: first the guards that are
 * to end, which are few, then what is proposed about the immigration exemption.
 */
@Controller
class ApprovalsPage {

  private final WaitingProposals proposals;
  private final Reclassifications reclassifications;
  private final Casework casework;

  ApprovalsPage(
      WaitingProposals proposals, Reclassifications reclassifications, Casework casework) {
    this.proposals = proposals;
    this.reclassifications = reclassifications;
    this.casework = casework;
  }

  @GetMapping("/staff/approvals")
  String list(
      @RequestParam(required = false) @Nullable UUID after,
      @CurrentOfficer Officer officer,
      Model model) {
    var rows = proposals.decidableBy(officer, after, Rows.MOST + 1);
    Rows.show(rows, Waiting::key, after, model);
    var guards = reclassifications.decidableBy(officer, Rows.MOST);
    model.addAttribute("guards", guards);
    model.addAttribute(
        "numbers",
        casework.numbers(
            Stream.concat(
                    rows.stream().map(Waiting::reference),
                    guards.stream().map(Undecided::reference))
                .distinct()
                .toList()));
    return "exemptions/approvals";
  }
}
