package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Correction.Asked;
import candour.casework.Corrections;
import candour.casework.desk.NewComplaintPage.Came;
import candour.platform.CurrentOfficer;
import candour.platform.Days;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records a correction that somebody asked for by post, phone, email or in person. */
@Controller
class NewCorrectionPage {

  private static final String VIEW = "casework/new-correction";
  private static final String PATH = "/staff/cases/{reference}/corrections/new";

  private final Corrections corrections;
  private final RedressWords words;
  private final Days days;

  NewCorrectionPage(Corrections corrections, RedressWords words, Days days) {
    this.corrections = corrections;
    this.words = words;
    this.days = days;
  }

  /**
   * What came, how, and on which day.
   *
   * @param disclosure of those that the person is shown; empty for something in the records
   */
  record NewCorrection(
      String disclosure,
      String problem,
      @NotBlank(message = "{new-correction.wrong.missing}")
          @Size(max = 20_000, message = "{new-correction.wrong.missing}")
          String wrong,
      @Size(max = 20_000, message = "{new-correction.should-be.long}") String shouldBe,
      String channel,
      TypedDay on) {

    NewCorrection(
        @Nullable String disclosure,
        @Nullable String problem,
        @Nullable String wrong,
        @Nullable String shouldBe,
        @Nullable String channel,
        @Nullable TypedDay on) {
      this.disclosure = Forms.typed(disclosure);
      this.problem = Forms.typed(problem);
      this.wrong = Forms.typed(wrong);
      this.shouldBe = Forms.typed(shouldBe);
      this.channel = Forms.typed(channel);
      this.on = TypedDay.orBlank(on);
    }
  }

  /** What may be the matter. */
  enum Problem {
    WRONG,
    NOT_THEM
  }

  @ModelAttribute("disclosures")
  List<Choice> disclosures(@PathVariable CaseReference reference) {
    return words.disclosures(reference);
  }

  @GetMapping(PATH)
  String ask(@PathVariable CaseReference reference, NewCorrection newCorrection) {
    return VIEW;
  }

  @PostMapping(PATH)
  String record(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid NewCorrection newCorrection,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    var on = TypedDay.checked(newCorrection.on(), days.today(), errors, "new-complaint.on.wrong");
    var came = Came.checked(newCorrection.channel(), errors);
    if (!isOffered(reference, newCorrection.disclosure())) {
      errors.rejectValue("disclosure", "new-correction.disclosure.wrong");
    }
    var problem = Chosen.one(Problem.class, newCorrection.problem());
    if (problem.isEmpty()) {
      errors.rejectValue("problem", "new-correction.problem.missing");
    }
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/complaints",
        () -> {
          corrections.receive(reference, asked(newCorrection), came.channel(), on, officer);
          return "case.done.recorded";
        });
  }

  private boolean isOffered(CaseReference reference, String disclosure) {
    return disclosure.isEmpty()
        || words.disclosures(reference).stream().anyMatch(it -> it.value().equals(disclosure));
  }

  private static Asked asked(NewCorrection typed) {
    return new Asked(
        typed.disclosure().isEmpty() ? null : UUID.fromString(typed.disclosure()),
        typed.problem().equals(Problem.NOT_THEM.name()),
        typed.wrong(),
        typed.shouldBe());
  }
}
