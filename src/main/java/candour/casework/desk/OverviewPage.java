package candour.casework.desk;

import candour.casework.Allocation;
import candour.casework.CaseReference;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The first page of a case: what is asked, by whom, until when, and what remains to be done. */
@Controller
class OverviewPage {

  private static final String VIEW = "casework/overview";

  private final Overviews overviews;
  private final Allocation allocation;

  OverviewPage(Overviews overviews, Allocation allocation) {
    this.overviews = overviews;
    this.allocation = allocation;
  }

  /** Nothing to fill in: the officer takes the case on as it is. */
  record TakeOn() {}

  @GetMapping("/staff/cases/{reference}")
  String show(@PathVariable CaseReference reference, @CurrentOfficer Officer officer, Model model) {
    model.addAttribute(overviews.of(reference, officer));
    return VIEW;
  }

  /** Where a refusal was shown, reloading or choosing the other language leads back to the case. */
  @GetMapping("/staff/cases/{reference}/take-on")
  String back(@PathVariable CaseReference reference) {
    return "redirect:/staff/cases/" + reference;
  }

  @PostMapping("/staff/cases/{reference}/take-on")
  String takeOn(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      TakeOn takeOn,
      BindingResult errors,
      RedirectAttributes redirect,
      Model model) {
    Forms.requireCaseworker(officer);
    var answer =
        Forms.send(
            errors,
            redirect,
            VIEW,
            "/staff/cases/" + reference,
            () -> {
              allocation.takeOn(reference, officer);
              return "overview.done.taken";
            });
    if (errors.hasErrors()) {
      model.addAttribute(overviews.of(reference, officer));
    }
    return answer;
  }
}
