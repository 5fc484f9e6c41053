package candour.exemptions.deciding;

import candour.casework.Casework;
import candour.exemptions.WaitingProposals;
import candour.exemptions.WaitingProposals.Waiting;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists, over all cases, the proposals that the signed-in senior officer may decide on. */
@Controller
class ApprovalsPage {

  private final WaitingProposals proposals;
  private final Casework casework;

  ApprovalsPage(WaitingProposals proposals, Casework casework) {
    this.proposals = proposals;
    this.casework = casework;
  }

  @GetMapping("/staff/approvals")
  String list(
      @RequestParam(required = false) @Nullable UUID after,
      @CurrentOfficer Officer officer,
      Model model) {
    var rows = proposals.decidableBy(officer, after, Rows.MOST + 1);
    Rows.show(rows, Waiting::key, after, model);
    model.addAttribute("numbers", casework.numbers(rows.stream().map(Waiting::reference).toList()));
    return "exemptions/approvals";
  }
}
