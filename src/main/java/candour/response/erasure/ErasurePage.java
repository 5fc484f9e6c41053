package candour.response.erasure;

import candour.casework.CaseReference;
import candour.platform.Controller;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import candour.platform.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whether a case is still kept, why, and how it is erased. */
@org.springframework.stereotype.Controller
@RequestMapping("/staff/cases/{reference}/erasure")
class ErasurePage {

  private static final String VIEW = "response/erasure";

  /** Why the case may be erased. */
  record Wish(
      @NotNull(message = "{erasure.basis.missing}") @Nullable Basis basis,
      @Size(min = 10, max = 4000, message = "{erasure.reason.length}") String reason) {

    Wish(@Nullable Basis basis, @Nullable String reason) {
      this.basis = basis;
      this.reason = reason == null ? "" : reason.strip();
    }
  }

  /** That the officer knows what approving does. */
  record Consent(
      @NotNull(message = "{erasure.sure.missing}") @AssertTrue(message = "{erasure.sure.missing}")
          @Nullable Boolean sure) {}

  private final Erasures erasures;
  private final Controller controller;

  ErasurePage(Erasures erasures, Controller controller) {
    this.erasures = erasures;
    this.controller = controller;
  }

  @GetMapping
  String show(@PathVariable CaseReference reference, @CurrentOfficer Officer officer, Model model) {
    model.addAttribute("wish", new Wish(null, null));
    model.addAttribute("consent", new Consent(null));
    return page(reference, officer, model);
  }

  @PostMapping
  String propose(
      @PathVariable CaseReference reference,
      @Valid @ModelAttribute("wish") Wish wish,
      BindingResult errors,
      @CurrentOfficer Officer officer,
      Model model) {
    if (!errors.hasErrors()) {
      try {
        erasures.propose(reference, Objects.requireNonNull(wish.basis()), wish.reason(), officer);
        return backTo(reference);
      } catch (Refusal refused) {
        errors.reject("refusal." + refused.rule());
      }
    }
    model.addAttribute("consent", new Consent(null));
    return page(reference, officer, model);
  }

  @PostMapping("/{id}/approve")
  String approve(
      @PathVariable CaseReference reference,
      @PathVariable UUID id,
      @Valid @ModelAttribute("consent") Consent consent,
      BindingResult errors,
      @CurrentOfficer Officer officer,
      Model model) {
    if (errors.hasErrors()) {
      model.addAttribute("wish", new Wish(null, null));
      return page(reference, officer, model);
    }
    erasures.approve(reference, id, officer);
    return backTo(reference);
  }

  @PostMapping("/{id}/decline")
  String decline(
      @PathVariable CaseReference reference,
      @PathVariable UUID id,
      @CurrentOfficer Officer officer) {
    erasures.decline(reference, id, officer);
    return backTo(reference);
  }

  private String page(CaseReference reference, Officer officer, Model model) {
    model.addAttribute("standing", erasures.of(reference));
    model.addAttribute("senior", officer.is(Officer.Role.SENIOR));
    model.addAttribute("works", officer.worksOnCases());
    model.addAttribute("me", officer.id());
    model.addAttribute("bases", Basis.values());
    model.addAttribute("years", controller.retentionYears());
    return VIEW;
  }

  static String backTo(CaseReference reference) {
    return "redirect:/staff/cases/" + reference + "/erasure";
  }
}
