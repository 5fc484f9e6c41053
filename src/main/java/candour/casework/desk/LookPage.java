package candour.casework.desk;

import static java.util.Objects.requireNonNull;

import candour.casework.CaseReference;
import candour.casework.IdentityChecks;
import candour.identity.Verification.Method;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records a look at somebody's identity: it is enough, or it is not. */
@Controller
class LookPage {

  private static final String VIEW = "casework/look";

  private final IdentityChecks checks;
  private final Words words;

  LookPage(IdentityChecks checks, Words words) {
    this.checks = checks;
    this.words = words;
  }

  @ModelAttribute("methods")
  List<Choice> methods() {
    return Stream.of(Method.values())
        .map(method -> new Choice(method.name(), words.of("case.method.", method), ""))
        .toList();
  }

  @GetMapping("/staff/cases/{reference}/identity/look")
  String ask(@PathVariable CaseReference reference, LookAtIdentity lookAtIdentity) {
    return VIEW;
  }

  @PostMapping("/staff/cases/{reference}/identity/look")
  String record(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid LookAtIdentity lookAtIdentity,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/identity",
        () -> record(reference, officer, lookAtIdentity));
  }

  private String record(CaseReference reference, Officer officer, LookAtIdentity typed) {
    var look =
        new IdentityChecks.Look(requireNonNull(typed.method()), typed.evidence(), typed.reason());
    if (requireNonNull(typed.satisfied())) {
      checks.confirm(reference, officer, look);
      return "look.done.confirmed";
    }
    checks.reject(reference, officer, look);
    return "look.done.not-satisfied";
  }
}
