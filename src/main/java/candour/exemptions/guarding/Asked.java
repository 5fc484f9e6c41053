package candour.exemptions.guarding;

import candour.platform.Officer;
import candour.platform.Refusal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a form about the guard is answered: done and said so, or kept as it was typed. */
final class Asked {

  private Asked() {}

  /**
   * Does what the form asks for unless it has errors.
   *
   * @param work does it and returns the key of the words that say so
   */
  static String of(
      BindingResult errors,
      RedirectAttributes redirect,
      String form,
      String next,
      Supplier<String> work) {
    if (!errors.hasErrors()) {
      try {
        redirect.addFlashAttribute("done", work.get());
        return "redirect:" + next;
      } catch (Refusal refusal) {
        errors.reject("refusal." + refusal.rule());
      }
    }
    return form;
  }

  /** Lets pass only officers who work on cases. */
  static void requireCaseworker(Officer officer) {
    if (!officer.worksOnCases()) {
      throw new AccessDeniedException("Not in any of the roles for this");
    }
  }

  /** What was typed, without blanks around it. */
  static String typed(@Nullable String words) {
    return words == null ? "" : words.strip();
  }
}
