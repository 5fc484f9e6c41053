package candour.exemptions.deciding;

import candour.exemptions.Proposal;
import candour.exemptions.Summary;
import candour.exemptions.Words;
import candour.exemptions.deciding.Answers.Told;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.validation.BindingResult;

/**
 * What answers of a proposal say about each other, where a form can tell before the law does.
 *
 * @param today in London
 * @param names what the summary must not name
 */
record ProposalCheck(LocalDate today, Summary.Names names) {

  void check(ProposalForm form, BindingResult errors) {
    if (form.applies() && !form.meetsEveryLimb()) {
      errors.rejectValue("outcome", "propose.outcome.limbs");
    }
    if (form.applies()) {
      checkTelling(form, errors);
    }
    checkReview(form.reviewOn(), "reviewOn", errors);
    Summary.faults(Objects.requireNonNullElse(form.summary(), ""), names)
        .forEach(fault ->
            errors.rejectValue(
                "summary", "propose.summary." + fault.name().toLowerCase(Locale.ROOT)));
  }

  private void checkTelling(ProposalForm form, BindingResult errors) {
    if (Arrays.stream(Told.values()).noneMatch(it -> it.name().equals(form.tell()))) {
      errors.rejectValue("tell", "propose.tell.wrong");
    }
    if (form.keepsQuiet()) {
      if (!Words.say(Objects.requireNonNullElse(form.tellReason(), ""), Words.REASON)) {
        errors.rejectValue("tellReason", "propose.tellReason.wrong");
      }
      checkReview(form.tellReviewOn(), "tellReviewOn", errors);
    }
  }

  private void checkReview(TypedDay typed, String field, BindingResult errors) {
    if (typed.read().filter(day -> Proposal.isWithinAYear(day, today)).isEmpty()) {
      errors.rejectValue(field, "propose." + field + ".wrong");
    }
  }
}
