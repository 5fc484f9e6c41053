package candour.requester.tracking;

import candour.casework.ActingForOthers;
import candour.casework.CaseReference;
import candour.platform.Controller;
import candour.platform.Days;
import candour.platform.RequestHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Says to a representative that they may not act, or not be given the answer, and why. */
@org.springframework.stereotype.Controller
class EndedPage {

  private final ActingForOthers acting;
  private final Controller controller;
  private final Days days;

  EndedPage(ActingForOthers acting, Controller controller, Days days) {
    this.acting = acting;
    this.controller = controller;
    this.days = days;
  }

  @GetMapping(RepresentativeGate.ENDED)
  String ended(@AuthenticationPrincipal RequestHolder holder, Model model) {
    var reference = new CaseReference(holder.caseId());
    if (acting.mayAct(reference)) {
      return "redirect:/my-request";
    }
    var authority = acting.of(reference).orElseThrow();
    model.addAttribute("state", authority.on(days.today()));
    model.addAttribute("lastDay", authority.lastDay());
    model.addAttribute("controller", controller);
    return "requester/ended";
  }

  @GetMapping(RepresentativeGate.NOT_GIVEN)
  String notGiven(@AuthenticationPrincipal RequestHolder holder, Model model) {
    var reference = new CaseReference(holder.caseId());
    if (acting.mayReceive(reference)) {
      return "redirect:/my-request/answer";
    }
    var authority = acting.of(reference).orElseThrow();
    model.addAttribute("asksFor", authority.requesterId().equals(holder.requesterId()));
    model.addAttribute("scope", authority.authority().scope());
    model.addAttribute("state", authority.on(days.today()));
    return "requester/not-given";
  }
}
