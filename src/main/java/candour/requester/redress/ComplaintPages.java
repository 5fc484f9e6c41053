package candour.requester.redress;

import candour.casework.CaseReference;
import candour.casework.Complaint.Cause;
import candour.casework.Complaints;
import candour.platform.RequestHolder;
import candour.requester.redress.Complaining.Step;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks what a complaint is about and what there is to say, and shows how it stands. */
@Controller
class ComplaintPages {

  private static final String VIEW = "requester/complaint";

  private final Complaints complaints;

  ComplaintPages(Complaints complaints) {
    this.complaints = complaints;
  }

  @ModelAttribute("causes")
  List<Cause> causes() {
    return List.of(Cause.values());
  }

  @GetMapping("/my-request/complaint")
  String ask(Model model) {
    model.addAttribute("complaining", new Complaining(null, null, null, null));
    return page(Step.ABOUT, model);
  }

  /** What the pages never offered makes no complaint at all, and leads back to the first. */
  @PostMapping("/my-request/complaint")
  String answer(
      @AuthenticationPrincipal RequestHolder holder,
      @ModelAttribute("complaining") Complaining complaining,
      BindingResult errors,
      Model model) {
    var next = complaining.next(errors);
    if (next != null) {
      return page(next, model);
    }
    var id =
        complaints.complain(
            new CaseReference(holder.caseId()), complaining.about(), complaining.words());
    return "redirect:/my-request/complaints/" + id + "?sent";
  }

  private static String page(Step step, Model model) {
    model.addAttribute("page", step);
    return VIEW;
  }

  @GetMapping("/my-request/complaints/{complaint}")
  String show(
      @AuthenticationPrincipal RequestHolder holder, @PathVariable UUID complaint, Model model) {
    model.addAttribute("complaint", complaints.get(new CaseReference(holder.caseId()), complaint));
    return "requester/my-complaint";
  }
}
