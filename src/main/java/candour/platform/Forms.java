package candour.platform;

import candour.platform.Officer.Role;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a form is answered: done, the browser moves on; not done, it stays with what was typed. */
public final class Forms {

  /** Under this name a page finds the key of what was just done. */
  private static final String DONE = "done";

  private Forms() {}

  /**
   * Does what the form asks for unless it has errors.
   *
   * @param view of the form, for when it has errors or is refused
   * @param next where the browser goes when it is done
   * @param work does it and returns the key of the words that say so
   */
  public static String send(
      BindingResult errors,
      RedirectAttributes redirect,
      String view,
      String next,
      Supplier<String> work) {
    if (!errors.hasErrors()) {
      try {
        redirect.addFlashAttribute(DONE, work.get());
        return "redirect:" + next;
      } catch (Refusal refusal) {
        errors.reject("refusal." + refusal.rule());
      }
    }
    return view;
  }

  /**
   * Lets pass only officers who work on cases.
   *
   * @throws AccessDeniedException for others
   */
  public static void requireCaseworker(Officer officer) {
    require(officer, Role.CASEWORKER, Role.SENIOR);
  }

  public static void require(Officer officer, Role... anyOf) {
    if (Stream.of(anyOf).noneMatch(officer::is)) {
      throw new AccessDeniedException("Not in any of the roles for this");
    }
  }

  /** What was typed, without blanks around it. */
  public static String typed(@Nullable String words) {
    return words == null ? "" : words.strip();
  }
}
