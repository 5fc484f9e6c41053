package candour.records;

import candour.casework.CaseReference;
import candour.exemptions.Determination;
import candour.exemptions.Exemption;
import candour.exemptions.Exemptions;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import candour.platform.Refusal;
import candour.records.redaction.PageText;
import candour.records.redaction.TextLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * One page of a record, looked at as a picture and decided on. Marks wait in the form itself until
 * they are saved, so that lines and rectangles can be chosen with a keyboard and without
 * JavaScript.
 */
@Controller
@RequestMapping("/staff/cases/{reference}/records/{record}/pages/{page}")
class ReviewPage {

  /**
   * What was chosen so far; {@code action} is the button: release, withhold, add, remove-N or
   * redact.
   */
  record PageReview(
      @Nullable String action,
      @Nullable List<String> mark,
      @Nullable List<Integer> line,
      @Nullable String left,
      @Nullable String top,
      @Nullable String width,
      @Nullable String height,
      @Nullable String markGround,
      @Nullable String ground) {

    static PageReview of(List<Mark> marks) {
      return new PageReview(
          null, marks.stream().map(Mark::text).toList(), null, null, null, null, null, null, null);
    }
  }

  /** A ground as it can be chosen. */
  record Choice(String value, String words) {}

  /** A mark as it is listed. */
  record Listed(String text, int number, String ground) {}

  private static final int MOST_MARKS = 200;

  private final Records records;
  private final Review review;
  private final Exemptions exemptions;

  ReviewPage(Records records, Review review, Exemptions exemptions) {
    this.records = records;
    this.review = review;
    this.exemptions = exemptions;
  }

  @GetMapping
  String look(
      @PathVariable UUID reference,
      @PathVariable UUID record,
      @PathVariable int page,
      @CurrentOfficer Officer officer,
      Locale locale,
      Model model) {
    var shown = new Shown(reference, record, page, locale);
    var marks =
        shown.page().outcome() instanceof PageOutcome.Redacted r ? r.marks() : List.<Mark>of();
    model.addAttribute("pageReview", PageReview.of(marks));
    return show(shown, marks, officer, model);
  }

  @PostMapping
  String decide(
      @PathVariable UUID reference,
      @PathVariable UUID record,
      @PathVariable int page,
      @ModelAttribute PageReview pageReview,
      BindingResult errors,
      @CurrentOfficer Officer officer,
      Locale locale,
      Model model) {
    Reviewers.require(officer);
    var shown = new Shown(reference, record, page, locale);
    var marks = new ArrayList<Mark>();
    var saved = false;
    try {
      Stream.of(Objects.requireNonNullElse(pageReview.mark(), List.<String>of()))
          .flatMap(List::stream)
          .limit(MOST_MARKS)
          .map(Mark::parse)
          .forEach(marks::add);
      saved = act(shown, pageReview, marks, officer, errors);
    } catch (Refusal refusal) {
      errors.reject("refusal." + refusal.rule());
    }
    if (saved) {
      return "redirect:" + next(shown);
    }
    if (!errors.hasErrors()) {
      // Another form in its place would take the errors with it.
      model.addAttribute("pageReview", PageReview.of(marks));
    }
    return show(shown, marks, officer, model);
  }

  private boolean act(
      Shown shown, PageReview form, List<Mark> marks, Officer officer, BindingResult errors) {
    var action = Objects.requireNonNullElse(form.action(), "");
    if (action.startsWith("remove-")) {
      IntStream.rangeClosed(1, marks.size())
          .filter(number -> action.equals("remove-" + number))
          .findFirst()
          .ifPresent(number -> marks.remove(number - 1));
      return false;
    }
    return switch (action) {
      case "add" -> {
        add(shown, form, marks, errors);
        yield false;
      }
      case "release" -> released(shown, List.of(), officer, errors);
      case "redact" -> {
        if (marks.isEmpty()) {
          errors.rejectValue("mark", "page.mark.none");
        }
        yield !marks.isEmpty() && released(shown, marks, officer, errors);
      }
      case "withhold" -> {
        if (form.ground() == null || form.ground().isEmpty()) {
          errors.rejectValue("ground", "page.ground.required");
          yield false;
        }
        review.withhold(
            shown.of(), shown.id(), shown.number(), Ground.parse(form.ground()), officer);
        yield true;
      }
      default -> {
        errors.reject("typeMismatch");
        yield false;
      }
    };
  }

  private boolean released(Shown shown, List<Mark> marks, Officer officer, BindingResult errors) {
    return switch (review.release(shown.of(), shown.id(), shown.number(), marks, officer)) {
      case Decided.Done() -> true;
      case Decided.NotRebuilt(var why) -> {
        errors.reject("page.not-rebuilt." + why);
        yield false;
      }
      case Decided.Leaked(int leaks) -> {
        errors.reject("page.leaked", new Object[] {leaks}, null);
        yield false;
      }
    };
  }

  private void add(Shown shown, PageReview form, List<Mark> marks, BindingResult errors) {
    if (form.markGround() == null || form.markGround().isEmpty()) {
      errors.rejectValue("markGround", "page.ground.required");
      return;
    }
    var ground = Ground.parse(form.markGround());
    var before = marks.size();
    var lines = shown.lines();
    Objects.requireNonNullElse(form.line(), List.<Integer>of()).stream()
        .filter(i -> i != null && i >= 0 && i < lines.size())
        .map(i -> Mark.over(lines.get(i), ground))
        .forEach(marks::add);
    Rectangle.parse(form).ifPresent(r -> marks.add(r.mark(ground)));
    if (marks.size() == before) {
      errors.rejectValue("line", "page.mark.choose");
    }
  }

  private String show(Shown shown, List<Mark> marks, Officer officer, Model model) {
    var choices = choices(shown);
    model.addAttribute("reference", shown.of().value());
    model.addAttribute("record", shown.reviewed());
    model.addAttribute("number", shown.number());
    model.addAttribute("mayWork", officer.worksOnCases());
    model.addAttribute("outcome", shown.page().outcome().getClass().getSimpleName());
    model.addAttribute("itemId", shown.page().itemId());
    model.addAttribute("lines", shown.lines());
    model.addAttribute("choices", choices);
    model.addAttribute(
        "marks",
        IntStream.range(0, marks.size())
            .mapToObj(i -> listed(marks.get(i), i + 1, choices))
            .toList());
    return "records/page";
  }

  private static Listed listed(Mark mark, int number, List<Choice> choices) {
    var words =
        choices.stream()
            .filter(c -> c.value().equals(mark.ground().choice()))
            .map(Choice::words)
            .findFirst()
            .orElse(mark.ground().code());
    return new Listed(mark.text(), number, words);
  }

  /**
   * Grounds of the register; the immigration exemption only as a determination in force on this
   * record.
   */
  private List<Choice> choices(Shown shown) {
    var register = exemptions.register();
    var general =
        register.stream()
            .filter(e -> !e.caseByCase())
            .map(e -> new Choice(e.code(), e.name(shown.locale())));
    var immigration =
        register.stream().filter(e -> e.code().equals(Exemption.IMMIGRATION)).findFirst();
    var determined =
        immigration.stream()
            .flatMap(e ->
                exemptions.inForce(shown.of()).stream()
                    .filter(d -> d.proposal().item().withinId().equals(shown.id().value()))
                    .map(d -> choice(e, d, shown.locale())));
    return Stream.concat(general, determined).toList();
  }

  private static Choice choice(
      Exemption immigration, Determination.InForce determination, Locale locale) {
    var proposal = determination.proposal();
    return new Choice(
        new Ground(Exemption.IMMIGRATION, proposal.id().value()).choice(),
        immigration.name(locale) + ": " + proposal.item().words());
  }

  private String next(Shown shown) {
    var list = "/staff/cases/" + shown.of() + "/records";
    return shown.reviewed().pages().stream()
        .filter(p -> p.number() > shown.number() && p.outcome() instanceof PageOutcome.Undecided)
        .findFirst()
        .map(p -> list + '/' + shown.id() + "/pages/" + p.number())
        .orElse(list);
  }

  /** The page in hand; what is not there is a page that is not found. */
  private final class Shown {

    private final CaseReference of;
    private final int number;
    private final Locale locale;
    private final ReviewedRecord reviewed;
    private final ReviewedRecord.Page page;
    private @Nullable List<TextLine> lines;

    Shown(UUID reference, UUID record, int number, Locale locale) {
      this.of = new CaseReference(reference);
      this.number = number;
      this.locale = locale;
      this.reviewed =
          records.reviewed(of).stream()
              .filter(r -> r.id().value().equals(record))
              .findFirst()
              .orElseThrow(this::missing);
      this.page =
          reviewed.pages().stream()
              .filter(p -> p.number() == number)
              .findFirst()
              .orElseThrow(this::missing);
    }

    private ResponseStatusException missing() {
      return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    CaseReference of() {
      return of;
    }

    RecordId id() {
      return reviewed.id();
    }

    int number() {
      return number;
    }

    Locale locale() {
      return locale;
    }

    ReviewedRecord reviewed() {
      return reviewed;
    }

    ReviewedRecord.Page page() {
      return page;
    }

    List<TextLine> lines() {
      if (lines == null) {
        lines = PageText.lines(records.file(of, id()), number);
      }
      return lines;
    }
  }
}
