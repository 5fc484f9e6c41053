package candour.response.erasure;

import candour.casework.CaseReference;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Places and lifts holds: as long as there is one, nobody erases the case. */
@Controller
@RequestMapping("/staff/cases/{reference}/erasure/holds")
class HoldPage {

  private static final String HOLD = "response/hold";
  private static final String LIFT = "response/lift-hold";

  /** Who may need the case, and why. */
  record Need(
      @NotNull(message = "{hold.because.missing}") @Nullable Because because,
      @Size(min = 10, max = 4000, message = "{hold.reason.length}") String reason) {

    Need(@Nullable Because because, @Nullable String reason) {
      this.because = because;
      this.reason = reason == null ? "" : reason.strip();
    }
  }

  /** Why nobody needs the case any more. */
  record NoNeed(@Size(min = 10, max = 4000, message = "{hold.reason.length}") String reason) {

    NoNeed(@Nullable String reason) {
      this.reason = reason == null ? "" : reason.strip();
    }
  }

  private final Erasures erasures;

  HoldPage(Erasures erasures) {
    this.erasures = erasures;
  }

  @GetMapping
  String ask(Model model) {
    model.addAttribute("need", new Need(null, null));
    return asking(model);
  }

  @PostMapping
  String place(
      @PathVariable CaseReference reference,
      @Valid @ModelAttribute("need") Need need,
      BindingResult errors,
      @CurrentOfficer Officer officer,
      Model model) {
    if (errors.hasErrors()) {
      return asking(model);
    }
    erasures.hold(reference, Objects.requireNonNull(need.because()), need.reason(), officer);
    return ErasurePage.backTo(reference);
  }

  private static String asking(Model model) {
    model.addAttribute("needs", Because.values());
    return HOLD;
  }

  @GetMapping("/{id}")
  String askToLift(@PathVariable CaseReference reference, @PathVariable UUID id, Model model) {
    model.addAttribute("noNeed", new NoNeed(null));
    model.addAttribute("hold", erasures.hold(reference, id));
    return LIFT;
  }

  @PostMapping("/{id}")
  String lift(
      @PathVariable CaseReference reference,
      @PathVariable UUID id,
      @Valid @ModelAttribute("noNeed") NoNeed noNeed,
      BindingResult errors,
      @CurrentOfficer Officer officer,
      Model model) {
    if (errors.hasErrors()) {
      model.addAttribute("hold", erasures.hold(reference, id));
      return LIFT;
    }
    erasures.lift(reference, id, noNeed.reason(), officer);
    return ErasurePage.backTo(reference);
  }
}
