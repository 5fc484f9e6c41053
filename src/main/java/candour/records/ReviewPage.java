package candour.records;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import candour.platform.Refusal;
import candour.records.redaction.PageText;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One page of a record, looked at as a picture and decided on. Marks wait in the form itself until
 * they are saved, so that lines and rectangles can be chosen with a keyboard and without
 * JavaScript.
 */
@Controller
@RequestMapping("/staff/cases/{reference}/records/{record}/pages/{page}")
class ReviewPage {

  /** A mark as it is listed. */
  record Listed(String text, int number, String ground) {}

  private final Records records;
  private final Deciding deciding;
  private final Grounds grounds;
  private final Casework casework;

  ReviewPage(Records records, Deciding deciding, Grounds grounds, Casework casework) {
    this.records = records;
    this.deciding = deciding;
    this.grounds = grounds;
    this.casework = casework;
  }

  @GetMapping
  String look(
      @PathVariable CaseReference reference,
      @PathVariable UUID record,
      @PathVariable int page,
      @RequestParam(required = false) @Nullable String ground,
      @CurrentOfficer Officer officer,
      Locale locale,
      Model model) {
    var shown = records.find(new PageKey(reference, new RecordId(record), page));
    var marks = decided(shown.page().outcome());
    model.addAttribute("pageReview", PageReview.of(marks, ground));
    return show(shown, marks, officer, locale, model);
  }

  private static List<Mark> decided(PageOutcome outcome) {
    return outcome instanceof PageOutcome.Redacted(var _, var marks) ? marks : List.of();
  }

  @PostMapping
  String decide(
      @PathVariable CaseReference reference,
      @PathVariable UUID record,
      @PathVariable int page,
      @ModelAttribute PageReview pageReview,
      BindingResult errors,
      @CurrentOfficer Officer officer,
      Locale locale,
      Model model) {
    Forms.requireCaseworker(officer);
    var shown = records.find(new PageKey(reference, new RecordId(record), page));
    var marks = List.<Mark>of();
    try {
      marks = pageReview.marks();
      if (errors.hasErrors()) {
        return show(shown, marks, officer, locale, model);
      }
      switch (deciding.take(shown.key(), pageReview, marks, errors, officer)) {
        case Deciding.Step.Decided() -> {
          return "redirect:" + next(shown);
        }
        case Deciding.Step.Marked(var changed) -> marks = changed;
      }
    } catch (Refusal refusal) {
      Chosen.reject(refusal, errors);
    }
    if (!errors.hasErrors()) {
      // Another form in its place would take the errors with it.
      model.addAttribute("pageReview", PageReview.of(marks, null));
    }
    return show(records.find(shown.key()), marks, officer, locale, model);
  }

  private String show(
      PageInHand shown, List<Mark> marks, Officer officer, Locale locale, Model model) {
    var outcome = shown.page().outcome();
    var answered = !casework.summary(shown.key().reference()).isOpen();
    var mayDecide = officer.worksOnCases() && !answered;
    model.addAttribute("reference", shown.key().reference());
    model.addAttribute("record", shown.record());
    model.addAttribute("number", shown.key().number());
    model.addAttribute("answered", answered);
    model.addAttribute("mayDecide", mayDecide);
    model.addAttribute("outcome", outcome.getClass().getSimpleName());
    var words = grounds.words(shown.key().reference(), locale);
    model.addAttribute(
        "ground", outcome instanceof PageOutcome.Withheld(var g) ? words.apply(g) : null);
    var shownMarks = mayDecide ? marks : decided(outcome);
    model.addAttribute("marks", listed(shownMarks, words));
    model.addAttribute("places", Place.words(shownMarks.stream().map(Mark::place).toList()));
    if (mayDecide) {
      var item = shown.page().itemId();
      model.addAttribute("itemId", item);
      model.addAttribute("lines", PageText.lines(file(shown), shown.key().number()));
      var choices = grounds.choices(shown.key(), item, locale);
      model.addAttribute("choices", choices);
      model.addAttribute("wholly", choices.stream().filter(Grounds.Choice::ofPage).toList());
    }
    return "records/page";
  }

  private static List<Listed> listed(List<Mark> marks, Function<Ground, String> words) {
    return IntStream.range(0, marks.size())
        .mapToObj(i -> new Listed(marks.get(i).text(), i + 1, words.apply(marks.get(i).ground())))
        .toList();
  }

  private byte[] file(PageInHand shown) {
    return records.file(shown.key().reference(), shown.key().record());
  }

  private static String next(PageInHand shown) {
    var list = "/staff/cases/" + shown.key().reference() + "/records";
    return shown.record().pages().stream()
        .filter(
            p -> p.number() > shown.key().number() && p.outcome() instanceof PageOutcome.Undecided)
        .findFirst()
        .map(p -> list + '/' + shown.key().record() + "/pages/" + p.number())
        .orElse(list);
  }
}
