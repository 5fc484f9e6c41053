package candour.casework.desk;

import static java.util.Objects.requireNonNull;

import candour.casework.Allocation;
import candour.casework.CaseReference;
import candour.casework.CaseSummary;
import candour.casework.Casework;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Passes a case to another officer. */
@Controller
class HandOverPage {

  private static final String VIEW = "casework/hand-over";

  private final Allocation allocation;
  private final Casework casework;

  HandOverPage(Allocation allocation, Casework casework) {
    this.allocation = allocation;
    this.casework = casework;
  }

  /**
   * To whom.
   *
   * @param from who had the case when the page was opened
   */
  record HandOver(
      @Nullable UUID from, @NotNull(message = "{hand-over.to.missing}") @Nullable UUID to) {}

  @ModelAttribute("officers")
  List<CaseSummary.Allocated> officers() {
    return allocation.caseworkers();
  }

  @GetMapping("/staff/cases/{reference}/hand-over")
  String ask(@PathVariable CaseReference reference, Model model) {
    var officer = casework.summary(reference).officer();
    model.addAttribute(new HandOver(officer == null ? null : officer.id(), null));
    return VIEW;
  }

  @PostMapping("/staff/cases/{reference}/hand-over")
  String pass(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid HandOver handOver,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference,
        () -> {
          allocation.allocate(reference, handOver.from(), requireNonNull(handOver.to()), officer);
          return "hand-over.done";
        });
  }
}
