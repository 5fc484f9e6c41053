package candour.records;

import candour.platform.Officer;
import candour.records.redaction.PageText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Does what a button of the review page says; what is wrong is told to the form. */
@Component
class Deciding {

  /** What a button led to. */
  sealed interface Step {

    /** The page is decided on. */
    record Decided() implements Step {}

    /** Nothing is decided yet; these are the marks now. */
    record Marked(List<Mark> marks) implements Step {}
  }

  private static final Step DECIDED = new Step.Decided();

  private final Records records;
  private final Review review;
  private final Grounds grounds;

  Deciding(Records records, Review review, Grounds grounds) {
    this.records = records;
    this.review = review;
    this.grounds = grounds;
  }

  Step take(PageKey page, PageReview form, List<Mark> marks, Errors errors, Officer officer) {
    return switch (form.pressed()) {
      case "release" -> release(page, marks, List.of(), errors, officer);
      case "redact" -> redact(page, marks, errors, officer);
      case "withhold" -> withhold(page, form, marks, errors, officer);
      case "add" -> new Step.Marked(add(page, form, marks, errors));
      case String action when action.startsWith("remove-") ->
          new Step.Marked(without(action, marks));
      default -> {
        errors.reject("typeMismatch");
        yield new Step.Marked(marks);
      }
    };
  }

  private Step redact(PageKey page, List<Mark> marks, Errors errors, Officer officer) {
    if (marks.isEmpty()) {
      errors.rejectValue("mark", "page.mark.none");
      return new Step.Marked(marks);
    }
    return release(page, marks, marks, errors, officer);
  }

  private Step release(
      PageKey page, List<Mark> waiting, List<Mark> redacted, Errors errors, Officer officer) {
    return switch (review.release(page, redacted, officer)) {
      case Decided.Done() -> DECIDED;
      case Decided.NotRebuilt(var why) -> {
        errors.reject("page.not-rebuilt." + why);
        yield new Step.Marked(waiting);
      }
      case Decided.Leaked(int leaks) -> {
        errors.reject("page.leaked", new Object[] {leaks}, null);
        yield new Step.Marked(waiting);
      }
    };
  }

  private Step withhold(
      PageKey page, PageReview form, List<Mark> marks, Errors errors, Officer officer) {
    if (form.ground() == null || form.ground().isEmpty()) {
      errors.rejectValue("ground", "page.ground.required");
      return new Step.Marked(marks);
    }
    review.withhold(page, Ground.parse(form.ground()), officer);
    return DECIDED;
  }

  private List<Mark> add(PageKey page, PageReview form, List<Mark> marks, Errors errors) {
    if (form.markGround() == null || form.markGround().isEmpty()) {
      errors.rejectValue("markGround", "page.ground.required");
      return marks;
    }
    var ground = Ground.parse(form.markGround());
    var lines = PageText.lines(records.file(page.reference(), page.record()), page.number());
    var chosen = form.places(lines);
    var more = new ArrayList<>(marks);
    (chosen.isEmpty() ? grounds.places(page, ground) : chosen)
        .forEach(place -> more.add(new Mark(place, ground)));
    if (more.size() == marks.size()) {
      errors.rejectValue("line", "page.mark.choose");
    } else if (more.size() > PageReview.MOST_MARKS) {
      errors.rejectValue("line", "page.mark.many");
      return marks;
    }
    return more;
  }

  /** What is left when the button of one of them was pressed to take it away. */
  static <T> List<T> without(String action, List<T> marks) {
    return IntStream.range(0, marks.size())
        .filter(i -> !action.equals("remove-" + (i + 1)))
        .mapToObj(marks::get)
        .toList();
  }
}
