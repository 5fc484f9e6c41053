package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Urgencies;
import candour.casework.Urgency.Cause;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records that a case has become urgent, or is so no longer. */
@Controller
class UrgencyPage {

  private static final String VIEW = "casework/urgency";
  private static final String PATH = "/staff/cases/{reference}/urgency";

  private final Urgencies urgencies;
  private final Words words;

  UrgencyPage(Urgencies urgencies, Words words) {
    this.urgencies = urgencies;
    this.words = words;
  }

  /** What an officer may say of it: a cause, or that there is none any longer. */
  enum Standing {
    COURT_OR_APPEAL(Cause.COURT_OR_APPEAL),
    DETENTION(Cause.DETENTION),
    REMOVAL(Cause.REMOVAL),
    OTHER(Cause.OTHER),
    NO_LONGER(null);

    private final @Nullable Cause cause;

    Standing(@Nullable Cause cause) {
      this.cause = cause;
    }
  }

  /** Why it is urgent, from when, and how the officer knows. */
  record NewUrgency(
      @NotNull(message = "{urgency.standing.wrong}") @Nullable Standing standing,
      @Size(max = 200, message = "{urgency.when.long}") @Nullable String when,
      @NotBlank(message = "{urgency.reason.wrong}")
          @Size(min = 10, max = 4_000, message = "{urgency.reason.wrong}")
          @Nullable String reason) {

    /** The date, which is nobody’s where nothing is urgent any longer. */
    String date() {
      return standing == Standing.NO_LONGER ? "" : Forms.typed(when);
    }
  }

  @ModelAttribute("standings")
  List<Choice> standings() {
    return Stream.of(Standing.values())
        .map(it -> new Choice(it.name(), words.of("case.urgency.", it), ""))
        .toList();
  }

  @GetMapping(PATH)
  String ask(
      @PathVariable CaseReference reference, @ModelAttribute("newUrgency") NewUrgency newUrgency) {
    return VIEW;
  }

  @PostMapping(PATH)
  String record(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid @ModelAttribute("newUrgency") NewUrgency newUrgency,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference,
        () -> {
          var standing = newUrgency.standing();
          if (standing != null) {
            urgencies.change(
                reference,
                standing.cause,
                newUrgency.date(),
                Forms.typed(newUrgency.reason()),
                officer);
          }
          return "urgency.done";
        });
  }
}
