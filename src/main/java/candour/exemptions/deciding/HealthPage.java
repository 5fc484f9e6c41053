package candour.exemptions.deciding;

import candour.casework.CaseReference;
import candour.exemptions.Exemptions;
import candour.exemptions.HealthOpinions;
import candour.exemptions.Item;
import candour.exemptions.Item.Kind;
import candour.exemptions.deciding.Answers.YesOrNo;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import candour.platform.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Puts on record what allows health data to be disclosed, or keeps them back: a health
 * professional's opinion, or that the person knows them already.
 */
@Controller
@RequestMapping("/staff/cases/{reference}/exemptions/health")
class HealthPage {

  private static final int SHORT = 5;

  /** An opinion as it is typed in. */
  record OpinionForm(
      @Says(value = SHORT, message = "{opinion.professional.wrong}")
          @Size(max = 300, message = "{opinion.professional.wrong}")
          String professional,
      @Says(value = SHORT, message = "{opinion.registration.wrong}")
          @Size(max = 100, message = "{opinion.registration.wrong}")
          String registration,
      @OneOf(value = YesOrNo.class, message = "{opinion.harm.wrong}") String harm,
      @Says(value = 20, message = "{opinion.words.wrong}") String words,
      TypedDay givenOn) {

    /** A form without a day in it has a blank one. */
    OpinionForm {
      givenOn = Objects.requireNonNullElse(givenOn, TypedDay.BLANK);
    }
  }

  /** Why the person knows. */
  record KnownForm(@Says(value = 20, message = "{known.reason.wrong}") String reason) {}

  private static final String OPINION = "exemptions/opinion";
  private static final String KNOWN = "exemptions/known";

  private final Exemptions exemptions;
  private final HealthOpinions health;

  HealthPage(Exemptions exemptions, HealthOpinions health) {
    this.exemptions = exemptions;
    this.health = health;
  }

  @GetMapping("/opinion")
  String askOpinion(@PathVariable CaseReference reference, @RequestParam UUID item, Model model) {
    find(reference, item, model);
    model.addAttribute("opinionForm", new OpinionForm("", "", "", "", TypedDay.BLANK));
    return OPINION;
  }

  @PostMapping("/opinion")
  ModelAndView recordOpinion(
      @PathVariable CaseReference reference,
      @RequestParam UUID item,
      @CurrentOfficer Officer officer,
      @Valid OpinionForm form,
      BindingResult errors,
      Model model) {
    var about = find(reference, item, model);
    var givenOn = form.givenOn().read();
    if (givenOn.isEmpty()) {
      errors.rejectValue("givenOn", "opinion.givenOn.wrong");
    }
    return answer(
        reference,
        OPINION,
        errors,
        "givenOn",
        () ->
            health.record(
                reference,
                about,
                new HealthOpinions.Given(
                    form.professional().strip(),
                    form.registration().strip(),
                    YesOrNo.YES.name().equals(form.harm()),
                    form.words(),
                    givenOn.orElseThrow()),
                officer));
  }

  @GetMapping("/known")
  String askKnown(@PathVariable CaseReference reference, @RequestParam UUID item, Model model) {
    find(reference, item, model);
    model.addAttribute("knownForm", new KnownForm(""));
    return KNOWN;
  }

  @PostMapping("/known")
  ModelAndView recordKnown(
      @PathVariable CaseReference reference,
      @RequestParam UUID item,
      @CurrentOfficer Officer officer,
      @Valid KnownForm form,
      BindingResult errors,
      Model model) {
    var about = find(reference, item, model);
    return answer(
        reference,
        KNOWN,
        errors,
        "reason",
        () -> health.know(reference, about, form.reason(), officer));
  }

  /** Goes back to the grounds of the case, or shows the form again with what was typed. */
  private static ModelAndView answer(
      CaseReference reference, String form, BindingResult errors, String field, Runnable work) {
    if (errors.hasErrors()) {
      return new ModelAndView(form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      work.run();
      return new ModelAndView("redirect:/staff/cases/" + reference + "/exemptions#health");
    } catch (Refusal refusal) {
      errors.rejectValue(field, "refusal." + refusal.rule());
      return new ModelAndView(form, HttpStatus.CONFLICT);
    }
  }

  private Item find(CaseReference reference, UUID id, Model model) {
    var found =
        exemptions.items(reference).stream()
            .filter(item -> item.id().equals(id))
            .filter(item -> item.kind() == Kind.RECORD || item.kind() == Kind.PAGE)
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("item", found);
    return found;
  }
}
