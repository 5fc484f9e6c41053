package candour.requester.journey;

import candour.identity.AuthorityToAct;
import candour.platform.Days;
import candour.requester.journey.WhoFor.Whose;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks for the date of birth, as far as the person knows it. */
@Controller
class DateOfBirthPage {

  private static final String VIEW = "requester/date-of-birth";

  private final Drafts drafts;
  private final Days days;

  DateOfBirthPage(Drafts drafts, Days days) {
    this.drafts = drafts;
    this.days = days;
  }

  @GetMapping("/request/date-of-birth")
  String ask(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("dateOfBirth", draft.answerOr(DateOfBirth.BLANK));
    return VIEW;
  }

  @PostMapping("/request/date-of-birth")
  String answer(@CurrentDraft Draft draft, @Valid DateOfBirth dateOfBirth, BindingResult errors) {
    GivenDate.reject(errors, "date", dateOfBirth.problems(days.today()));
    if (dateOfBirth.lacksWords()) {
      errors.rejectValue("words", "date-of-birth.words.missing");
    }
    if (!errors.hasErrors()
        && WhoFor.whose(draft.answers()) == Whose.CHILDS
        && dateOfBirth.born(days.today()).isCertainlyAged(AuthorityToAct.OF_AGE, days.today())) {
      errors.rejectValue("date.year", "date-of-birth.adult");
    }
    return errors.hasErrors() ? VIEW : "redirect:" + drafts.answer(draft, dateOfBirth).next();
  }
}
