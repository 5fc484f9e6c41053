package candour.exemptions.deciding;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.exemptions.Proposal;
import candour.exemptions.Provision;
import candour.exemptions.immigration.GuardResult;
import candour.platform.CurrentOfficer;
import candour.platform.Days;
import candour.platform.Officer;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Proposes a determination on one item; on a guarded request it says why that cannot be. */
@Controller
@RequestMapping("/staff/cases/{reference}/exemptions/propose")
class ProposePage {

  private static final String FORM = "exemptions/propose";

  private final Exemptions exemptions;
  private final Casework casework;
  private final Days days;

  ProposePage(Exemptions exemptions, Casework casework, Days days) {
    this.exemptions = exemptions;
    this.casework = casework;
    this.days = days;
  }

  @GetMapping
  String ask(
      @PathVariable CaseReference reference,
      @RequestParam(required = false) @Nullable UUID item,
      Model model) {
    if (exemptions.guard(reference) instanceof GuardResult.Blocked(var rule)) {
      model.addAttribute("blocked", rule);
      return "exemptions/cannot";
    }
    if (item == null) {
      model.addAttribute("items", exemptions.items(reference));
      return "exemptions/choose";
    }
    model.addAttribute("proposalForm", ProposalForm.blank());
    show(find(reference, item), model);
    return FORM;
  }

  @PostMapping
  ModelAndView propose(
      @PathVariable CaseReference reference,
      @RequestParam(required = false) @Nullable UUID item,
      @CurrentOfficer Officer officer,
      @Valid ProposalForm form,
      BindingResult errors,
      Model model) {
    exemptions.refuseIfBlocked(reference, form.aimedAt().orElse(null), officer);
    var about = find(reference, item);
    show(about, model);
    var today = days.today();
    new ProposalCheck(today, casework.summary(reference).subjectName()).check(form, errors);
    if (errors.hasErrors()) {
      return new ModelAndView(FORM, HttpStatus.BAD_REQUEST);
    }
    Proposal proposal = new Proposing(reference, about, officer.id(), today).proposal(form);
    return Sent.to(
        reference, proposal.id(), FORM, errors, () -> exemptions.propose(proposal, officer));
  }

  private Item find(CaseReference reference, @Nullable UUID id) {
    return exemptions.items(reference).stream()
        .filter(item -> item.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static void show(Item item, Model model) {
    model.addAttribute("item", item);
    model.addAttribute("provisions", Provision.engagedByAccess());
  }
}
