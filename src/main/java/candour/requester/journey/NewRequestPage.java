package candour.requester.journey;

import candour.casework.Channel;
import candour.platform.CurrentOfficer;
import candour.platform.Days;
import candour.platform.Forms;
import candour.platform.Officer;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** How a request came that reached the office by letter, phone, e-mail or in person, and when. */
@Controller
class NewRequestPage {

  private static final String VIEW = "requester/new-request";
  private static final String RECEIVED = EnteringGate.DRAFT + "/received";

  private final EnteredDrafts entered;
  private final Days days;

  NewRequestPage(EnteredDrafts entered, Days days) {
    this.entered = entered;
    this.days = days;
  }

  /** What this officer has begun to enter, with the ways on. */
  record Begun(String name, Channel channel, LocalDate receivedOn, String next, String forget) {

    static Begun of(Draft draft) {
      return new Begun(
          draft.answers().find(YourName.class).map(YourName::fullName).orElse(""),
          draft.enteredAs().channel(),
          draft.enteredAs().receivedOn(),
          draft.next(),
          draft.at("/request/forget"));
    }
  }

  @GetMapping(EnteringGate.PATH)
  String ask(
      @CurrentOfficer Officer officer,
      @ModelAttribute("newRequest") NewRequest newRequest,
      Model model) {
    Forms.requireCaseworker(officer);
    return page(officer, model);
  }

  @PostMapping(EnteringGate.PATH)
  String begin(
      @CurrentOfficer Officer officer,
      @ModelAttribute("newRequest") NewRequest newRequest,
      BindingResult errors,
      Model model) {
    Forms.requireCaseworker(officer);
    return newRequest
        .read(officer.id(), days.today(), errors)
        .map(entry -> "redirect:" + entered.begin(entry, officer).next())
        .orElseGet(() -> page(officer, model));
  }

  @GetMapping(RECEIVED)
  String askAgain(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("newRequest", NewRequest.of(draft.enteredAs()));
    return VIEW;
  }

  @PostMapping(RECEIVED)
  String correct(
      @CurrentDraft Draft draft,
      @CurrentOfficer Officer officer,
      @ModelAttribute("newRequest") NewRequest newRequest,
      BindingResult errors) {
    return newRequest
        .read(officer.id(), days.today(), errors)
        .map(entry -> "redirect:" + entered.correct(draft, entry, officer).next())
        .orElse(VIEW);
  }

  private String page(Officer officer, Model model) {
    model.addAttribute("begun", entered.begun(officer).stream().map(Begun::of).toList());
    return VIEW;
  }
}
