package candour.exemptions.deciding;

import candour.casework.CaseReference;
import candour.exemptions.Background;
import candour.exemptions.Determination;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.exemptions.Proposal;
import candour.exemptions.Provision;
import candour.exemptions.immigration.GuardResult;
import candour.platform.CurrentOfficer;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Refusal;
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
  private final Background background;
  private final Days days;

  ProposePage(Exemptions exemptions, Background background, Days days) {
    this.exemptions = exemptions;
    this.background = background;
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
    show(reference, find(reference, item), model);
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
    if (isRefused(reference, officer, form, model)) {
      return new ModelAndView("exemptions/cannot", HttpStatus.CONFLICT);
    }
    var about = find(reference, item);
    show(reference, about, model);
    var today = days.today();
    new ProposalCheck(today, background.names(reference, officer.id())).check(form, errors);
    if (errors.hasErrors()) {
      return new ModelAndView(FORM, HttpStatus.UNPROCESSABLE_CONTENT);
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

  /** What was typed is shown where it cannot be proposed, so that nobody's words are lost. */
  private boolean isRefused(
      CaseReference reference, Officer officer, ProposalForm form, Model model) {
    try {
      exemptions.refuseIfBlocked(reference, form.aimedAt().orElse(null), officer);
      return false;
    } catch (Refusal refusal) {
      model.addAttribute("blocked", refusal.rule());
      model.addAttribute("typed", form.typed());
      return true;
    }
  }

  private void show(CaseReference reference, Item item, Model model) {
    var provisions = Provision.engagedByAccess();
    model.addAttribute("item", item);
    model.addAttribute("provisions", provisions);
    model.addAttribute("overturns", provisions.stream().map(background::overturns).toList());
    model.addAttribute(
        "returned",
        exemptions.of(reference).stream()
            .filter(it -> it instanceof Determination.Returned)
            .filter(it -> it.proposal().item().id().equals(item.id()))
            .map(Shown::of)
            .toList()
            .reversed());
  }
}
