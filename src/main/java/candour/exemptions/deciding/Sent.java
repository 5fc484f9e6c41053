package candour.exemptions.deciding;

import candour.casework.CaseReference;
import candour.exemptions.DeterminationId;
import candour.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/** How a form is answered: done, and the browser goes to the determination, or kept as typed. */
final class Sent {

  private Sent() {}

  /** The rule by which the work is refused; null where it is not. */
  static @Nullable String refused(Runnable work) {
    try {
      work.run();
      return null;
    } catch (Refusal refusal) {
      return refusal.rule();
    }
  }

  static ModelAndView to(
      CaseReference reference,
      DeterminationId id,
      String form,
      BindingResult errors,
      Runnable work) {
    if (errors.hasErrors()) {
      return new ModelAndView(form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      work.run();
      return new ModelAndView("redirect:/staff/cases/" + reference + "/exemptions/" + id);
    } catch (Refusal refusal) {
      errors.reject("refusal." + refusal.rule());
      return new ModelAndView(form, HttpStatus.CONFLICT);
    }
  }
}
