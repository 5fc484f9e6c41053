package candour.requester.redress;

import candour.casework.ActingForOthers;
import candour.casework.CaseReference;
import candour.casework.Correction;
import candour.casework.Correction.Asked;
import candour.casework.Corrections;
import candour.casework.Recipient;
import candour.casework.Recipients;
import candour.platform.RequestHolder;
import candour.requester.redress.NotRight.Problem;
import candour.requester.redress.NotRight.Step;
import candour.response.DisclosureAboutMe;
import candour.response.Responses;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where somebody says that a disclosure or a record is wrong, or is not about them (UK GDPR Art.
 * 16), and sees what came of it.
 */
@Controller
class NotRightPages {

  private static final String VIEW = "requester/not-right";

  private final Corrections corrections;
  private final Recipients recipients;
  private final ActingForOthers acting;
  private final Responses responses;

  NotRightPages(
      Corrections corrections, Recipients recipients, ActingForOthers acting, Responses responses) {
    this.corrections = corrections;
    this.recipients = recipients;
    this.acting = acting;
    this.responses = responses;
  }

  /** Where a line of the history led here, it is chosen already. */
  @GetMapping("/my-request/not-right")
  String ask(
      @AuthenticationPrincipal RequestHolder holder,
      @RequestParam(defaultValue = "") String which,
      Model model) {
    shown(holder, model);
    model.addAttribute("notRight", new NotRight(which, null, null, null, null, null));
    return page(Step.WHICH, null, model);
  }

  @PostMapping("/my-request/not-right")
  String answer(
      @AuthenticationPrincipal RequestHolder holder,
      @ModelAttribute("notRight") NotRight notRight,
      BindingResult errors,
      Model model) {
    if (errors.hasErrors()) {
      shown(holder, model);
      return page(Step.WHICH, null, model);
    }
    var chosen = named(notRight.which(), shown(holder, model));
    var known = chosen != null || notRight.which().equals(NotRight.RECORDS);
    var next = notRight.next(known, errors);
    if (next != null) {
      return page(next, chosen, model);
    }
    var asked =
        new Asked(
            chosen == null ? null : chosen.id(),
            notRight.problem() == Problem.NOT_ME,
            notRight.wrong(),
            notRight.shouldBe());
    var id = corrections.ask(reference(holder), asked);
    return "redirect:/my-request/corrections/" + id + "?sent";
  }

  /** What the person is shown of the ledger, and nothing else, can be chosen. */
  private List<DisclosureAboutMe> shown(RequestHolder holder, Model model) {
    var reference = reference(holder);
    List<DisclosureAboutMe> disclosures =
        acting.mayReceive(reference) ? responses.disclosuresAbout(reference) : List.of();
    model.addAttribute("disclosures", disclosures);
    return disclosures;
  }

  private static @Nullable DisclosureAboutMe named(String id, List<DisclosureAboutMe> disclosures) {
    return disclosures.stream()
        .filter(it -> it.id().toString().equals(id))
        .findFirst()
        .orElse(null);
  }

  private static String page(Step step, @Nullable DisclosureAboutMe chosen, Model model) {
    model.addAttribute("page", step);
    model.addAttribute("chosen", chosen);
    return VIEW;
  }

  @GetMapping("/my-request/corrections/{correction}")
  String show(
      @AuthenticationPrincipal RequestHolder holder, @PathVariable UUID correction, Model model) {
    var asked = corrections.get(reference(holder), correction);
    model.addAttribute("correction", asked);
    var seen = shown(holder, model);
    model.addAttribute("chosen", named(String.valueOf(asked.asked().disclosureId()), seen));
    model.addAttribute("told", told(asked, seen));
    return "requester/my-correction";
  }

  /** Who is told of the correction, as far as the person is shown that it was they who asked. */
  private List<Recipient> told(Correction correction, List<DisclosureAboutMe> seen) {
    var ids = seen.stream().filter(DisclosureAboutMe::isWhole).map(DisclosureAboutMe::id).toList();
    return recipients.of(correction.reference()).stream()
        .filter(it -> it.correctionId().equals(correction.id()) && ids.contains(it.entryId()))
        .toList();
  }

  private static CaseReference reference(RequestHolder holder) {
    return new CaseReference(holder.caseId());
  }
}
