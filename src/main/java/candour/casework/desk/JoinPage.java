package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Twin;
import candour.casework.Twins;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import candour.platform.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Joins a request to another that is the same, for a reason that an officer gives. */
@Controller
class JoinPage {

  private static final String VIEW = "casework/join";
  private static final String PATH = "/staff/cases/{reference}/join";

  private final Twins twins;
  private final Words words;

  JoinPage(Twins twins, Words words) {
    this.twins = twins;
    this.words = words;
  }

  /** The other request, by its number, and why they are one. */
  record Join(
      @NotBlank(message = "{case-join.with.wrong}") @Nullable String with,
      @NotBlank(message = "{case-join.reason.wrong}")
          @Size(min = 10, max = 4_000, message = "{case-join.reason.wrong}")
          @Nullable String reason) {}

  @ModelAttribute("twins")
  List<Choice> twins(@PathVariable CaseReference reference) {
    return twins.of(reference).stream().map(this::choice).toList();
  }

  @GetMapping(PATH)
  String ask(@PathVariable CaseReference reference, @ModelAttribute("joining") Join join) {
    return VIEW;
  }

  @PostMapping(PATH)
  String join(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid @ModelAttribute("joining") Join join,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference,
        () -> {
          var twin =
              twins.of(reference).stream()
                  .filter(it -> it.number().equals(join.with()))
                  .findFirst()
                  .orElseThrow(() -> new Refusal("not-the-same-request"));
          twins.join(reference, twin, officer, Forms.typed(join.reason()));
          return "case-join.done";
        });
  }

  private Choice choice(Twin twin) {
    return new Choice(
        twin.number(),
        words.say("case-join.one", twin.number(), words.date(twin.receivedOn())),
        "");
  }
}
