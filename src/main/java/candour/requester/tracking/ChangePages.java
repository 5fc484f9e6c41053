package candour.requester.tracking;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Progress;
import candour.casework.Wish.Wanted;
import candour.casework.Wishes;
import candour.platform.Refusal;
import candour.platform.RequestHolder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where somebody changes their request: more, less, in another form, or not at all. */
@Controller
@RequestMapping("/my-request/change")
class ChangePages {

  private static final String STATUS = "redirect:/my-request";
  private static final Set<Wanted> FORMS = EnumSet.range(Wanted.LARGE_PRINT, Wanted.CALL);

  private final Wishes wishes;
  private final Casework casework;

  ChangePages(Wishes wishes, Casework casework) {
    this.wishes = wishes;
    this.casework = casework;
  }

  /** What more is wanted, or what only. */
  record OtherWords(
      @NotBlank(message = "{change.words.missing}")
          @Size(max = 20_000, message = "{change.words.long}")
          String words) {

    OtherWords(@Nullable String words) {
      this.words = words == null ? "" : words;
    }
  }

  /** In which form, and which language, or when to call. */
  record OtherForm(
      @NotNull(message = "{change-form.wanted.missing}") @Nullable Wanted wanted,
      @Size(max = 20_000, message = "{change.words.long}") String words) {

    OtherForm(@Nullable Wanted wanted, @Nullable String words) {
      this.wanted = wanted;
      this.words = words == null ? "" : words;
    }
  }

  /** Why, if they say. */
  record Withdrawal(@Size(max = 20_000, message = "{change.words.long}") String words) {

    Withdrawal(@Nullable String words) {
      this.words = words == null ? "" : words;
    }
  }

  @GetMapping
  String choose(@AuthenticationPrincipal RequestHolder holder, Model model) {
    model.addAttribute("progress", progress(holder));
    return "requester/change";
  }

  @GetMapping("/{how:more|narrower}")
  String other(
      @PathVariable String how, @ModelAttribute("otherWords") OtherWords words, Model model) {
    model.addAttribute("how", how);
    return "requester/change-words";
  }

  @PostMapping("/{how:more|narrower}")
  String other(
      @AuthenticationPrincipal RequestHolder holder,
      @PathVariable String how,
      @Valid @ModelAttribute("otherWords") OtherWords words,
      BindingResult errors,
      Model model) {
    model.addAttribute("how", how);
    var wanted = Wanted.valueOf(how.toUpperCase(Locale.ROOT));
    return taken(holder, wanted, words.words(), errors, "requester/change-words");
  }

  @GetMapping("/form")
  String form(@ModelAttribute("otherForm") OtherForm form, Model model) {
    model.addAttribute("forms", FORMS);
    return "requester/change-form";
  }

  @PostMapping("/form")
  String form(
      @AuthenticationPrincipal RequestHolder holder,
      @Valid @ModelAttribute("otherForm") OtherForm form,
      BindingResult errors,
      Model model) {
    model.addAttribute("forms", FORMS);
    var wanted = errors.hasErrors() ? null : form.wanted();
    if (wanted == null) {
      return "requester/change-form";
    }
    if (!FORMS.contains(wanted)) {
      errors.rejectValue("wanted", "change-form.wanted.missing");
    } else if (wanted == Wanted.OTHER_LANGUAGE && form.words().isBlank()) {
      errors.rejectValue("words", "change-form.language.missing");
    }
    return taken(holder, wanted, form.words(), errors, "requester/change-form");
  }

  /** Asks whether they are sure, and says what it means. */
  @GetMapping("/withdraw")
  String withdraw(
      @AuthenticationPrincipal RequestHolder holder,
      @ModelAttribute("withdrawal") Withdrawal withdrawal) {
    return progress(holder).step() == Progress.Step.ANSWERED ? STATUS : "requester/change-withdraw";
  }

  @PostMapping("/withdraw")
  String withdraw(
      @AuthenticationPrincipal RequestHolder holder,
      @Valid @ModelAttribute("withdrawal") Withdrawal withdrawal,
      BindingResult errors) {
    return taken(
        holder, Wanted.WITHDRAWAL, withdrawal.words(), errors, "requester/change-withdraw");
  }

  private String taken(
      RequestHolder holder, Wanted wanted, String words, BindingResult errors, String view) {
    if (!errors.hasErrors()) {
      try {
        wishes.take(new CaseReference(holder.caseId()), wanted, words, null);
        return wanted == Wanted.WITHDRAWAL ? STATUS : STATUS + "?changed";
      } catch (Refusal refused) {
        errors.reject("refusal." + refused.rule());
      }
    }
    return view;
  }

  private Progress progress(RequestHolder holder) {
    return casework.progress(new CaseReference(holder.caseId()));
  }
}
