package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.RecordSystem;
import candour.casework.Searches;
import candour.identity.Identity;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records a search: where, for what, and what came of it; finding nothing is a result too. */
@Controller
class CertificatePage {

  private static final String VIEW = "casework/certificate";

  private final Searches searches;
  private final Casework casework;
  private final Identity identity;
  private final Words words;

  CertificatePage(Searches searches, Casework casework, Identity identity, Words words) {
    this.searches = searches;
    this.casework = casework;
    this.identity = identity;
    this.words = words;
  }

  @ModelAttribute
  void choices(@PathVariable CaseReference reference, Model model) {
    var subject = identity.subject(casework.summary(reference).subjectId());
    model.addAttribute(
        "names",
        Stream.concat(Stream.of(subject.fullName()), subject.otherNames().lines()).toList());
    model.addAttribute("systems", searches.systems().stream().map(this::choice).toList());
    model.addAttribute(
        "classes",
        searches.destroyedClasses().stream()
            .map(one ->
                new Choice(
                    one.id(),
                    words.either(one.nameEn(), one.nameCy()),
                    words.either(one.destroyedEn(), one.destroyedCy())))
            .toList());
  }

  @GetMapping("/staff/cases/{reference}/searches/certificate")
  String ask(@PathVariable CaseReference reference, NewSearch newSearch) {
    return VIEW;
  }

  @PostMapping("/staff/cases/{reference}/searches/certificate")
  String record(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid NewSearch newSearch,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    var classes = searches.destroyedClasses();
    newSearch.check(systems(), classes, errors);
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/searches",
        () -> {
          searches.record(reference, officer, newSearch.search(classes));
          return "certificate.done";
        });
  }

  private List<String> systems() {
    return searches.systems().stream().map(RecordSystem::id).toList();
  }

  private Choice choice(RecordSystem system) {
    return new Choice(
        system.id(),
        words.either(system.nameEn(), system.nameCy()),
        words.either(system.holdsEn(), system.holdsCy()));
  }
}
