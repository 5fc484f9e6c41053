package candour.requester.redress;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A correction while it is asked for, page by page; see {@link Complaining}.
 *
 * @param which the identifier of a disclosure, or {@link #RECORDS}
 * @param wrong what is wrong
 * @param shouldBe what it should say; may be empty
 */
record NotRight(
    String which,
    @Nullable Problem problem,
    String wrong,
    String shouldBe,
    Step step,
    @Nullable Step change) {

  /** Something in the records themselves, or in the answer. */
  static final String RECORDS = "RECORDS";

  private static final int MOST = 20_000;

  /** The pages, in their order. */
  enum Step {
    WHICH,
    WHAT,
    CHECK
  }

  /** What may be the matter. */
  enum Problem {
    WRONG,
    NOT_ME
  }

  NotRight(
      @Nullable String which,
      @Nullable Problem problem,
      @Nullable String wrong,
      @Nullable String shouldBe,
      @Nullable Step step,
      @Nullable Step change) {
    this.which = which == null ? "" : which;
    this.problem = problem;
    this.wrong = text(wrong);
    this.shouldBe = text(shouldBe);
    this.step = step == null ? Step.WHICH : step;
    this.change = change;
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip().replace("\r\n", "\n");
  }

  /**
   * The page to show next, with its errors; null where everything is said and checked.
   *
   * @param known whether {@link #which} is among what may be chosen
   */
  @Nullable Step next(boolean known, BindingResult errors) {
    if (!known) {
      errors.rejectValue("which", "not-right.which.missing");
      return Step.WHICH;
    }
    if (change != null && !errors.hasErrors()) {
      return change;
    }
    return switch (step) {
      case WHICH -> Step.WHAT;
      case WHAT -> isIncomplete(errors) ? Step.WHAT : Step.CHECK;
      case CHECK -> isIncomplete(errors) ? Step.WHAT : null;
    };
  }

  private boolean isIncomplete(BindingResult errors) {
    if (problem == null && !errors.hasFieldErrors("problem")) {
      errors.rejectValue("problem", "not-right.problem.missing");
    }
    if (wrong.isEmpty() || wrong.length() > MOST) {
      errors.rejectValue("wrong", "not-right.wrong.missing");
    }
    if (shouldBe.length() > MOST) {
      errors.rejectValue("shouldBe", "not-right.should-be.long");
    }
    return errors.hasErrors();
  }
}
