package candour.requester.journey;

import candour.identity.AuthorityToAct.Basis;
import candour.identity.TypedDay;
import candour.platform.Days;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks what allows somebody to ask for another, what it covers and from when until when. */
@Controller
class YourAuthorityPage {

  private static final String VIEW = "requester/your-authority";

  private final Drafts drafts;
  private final Days days;

  YourAuthorityPage(Drafts drafts, Days days) {
    this.drafts = drafts;
    this.days = days;
  }

  @GetMapping("/request/your-authority")
  String ask(@CurrentDraft Draft draft, Model model) {
    return page(draft, draft.answerOr(YourAuthority.BLANK), model);
  }

  @PostMapping("/request/your-authority")
  String answer(
      @CurrentDraft Draft draft,
      @Valid YourAuthority yourAuthority,
      BindingResult errors,
      Model model) {
    var answers = draft.answers();
    var basis = yourAuthority.basis();
    if (basis != null && !Basis.of(WhoFor.capacity(answers)).contains(basis)) {
      errors.rejectValue("basis", "your-authority.basis.missing");
    }
    var asked = yourAuthority.asked(ReachingThem.canBeTold(answers));
    if (asked.scope() == null) {
      errors.rejectValue("scope", "your-authority.scope.missing");
    }
    checkDays(asked, days.today(), errors);
    return errors.hasErrors()
        ? page(draft, yourAuthority, model)
        : "redirect:" + drafts.answer(draft, asked).next();
  }

  private static void checkDays(YourAuthority asked, LocalDate today, Errors errors) {
    checkDay("starts", asked.starts(), errors);
    checkDay("ends", asked.ends(), errors);
    if (errors.hasFieldErrors("starts.day") || errors.hasFieldErrors("ends.day")) {
      return;
    }
    if (asked.startsOn(today).isAfter(today)) {
      errors.rejectValue("starts.day", "your-authority.starts.later");
    }
    if (asked.endsOn(today).isBefore(today)) {
      errors.rejectValue("ends.day", "your-authority.ends.over");
    } else if (asked.endsOn(today).isBefore(asked.startsOn(today))) {
      errors.rejectValue("ends.day", "your-authority.ends.before");
    }
  }

  private static void checkDay(String field, TypedDay typed, Errors errors) {
    if (!typed.lacksAll() && typed.exact().isEmpty()) {
      errors.rejectValue(field + ".day", "your-authority.day.wrong");
    }
  }

  private static String page(Draft draft, YourAuthority yourAuthority, Model model) {
    model.addAttribute("yourAuthority", yourAuthority);
    model.addAttribute("bases", Basis.of(WhoFor.capacity(draft.answers())));
    model.addAttribute("asksScope", ReachingThem.canBeTold(draft.answers()));
    return VIEW;
  }
}
