package candour.records;

import candour.casework.CaseReference;
import candour.exemptions.Exemption;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.exemptions.OfferedGround;
import candour.exemptions.Reliances;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Writes down why a ground applies to a page or its record, so that it can be kept back on it. */
@Controller
@RequestMapping("/staff/cases/{reference}/records/{record}/pages/{page}/ground")
class GroundPage {

  private static final String FORM = "records/ground";

  private final Records records;
  private final Exemptions exemptions;
  private final Reliances reliances;

  GroundPage(Records records, Exemptions exemptions, Reliances reliances) {
    this.records = records;
    this.exemptions = exemptions;
    this.reliances = reliances;
  }

  @GetMapping
  String ask(
      @PathVariable CaseReference reference,
      @PathVariable UUID record,
      @PathVariable int page,
      @RequestParam(required = false) @Nullable String code,
      Locale locale,
      Model model) {
    var shown = show(reference, record, page, model);
    if (code == null) {
      model.addAttribute(
          "grounds", open(shown).map(ground -> OfferedGround.of(ground, locale)).toList());
      return "records/choose-ground";
    }
    model.addAttribute("offered", OfferedGround.of(find(shown, code), locale));
    model.addAttribute("groundForm", new GroundForm(null, Map.of()));
    return FORM;
  }

  @PostMapping
  ModelAndView write(
      @PathVariable CaseReference reference,
      @PathVariable UUID record,
      @PathVariable int page,
      @RequestParam String code,
      @ModelAttribute GroundForm groundForm,
      BindingResult errors,
      @CurrentOfficer Officer officer,
      Locale locale,
      Model model) {
    Forms.requireCaseworker(officer);
    var shown = show(reference, record, page, model);
    var ground = find(shown, code);
    model.addAttribute("offered", OfferedGround.of(ground, locale));
    check(groundForm, ground, errors, locale);
    if (errors.hasErrors()) {
      return new ModelAndView(FORM, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      var id =
          reliances.rely(reference, item(shown, groundForm), code, groundForm.reasons(), officer);
      return new ModelAndView(
          "redirect:/staff/cases/%s/records/%s/pages/%d?ground=%s"
              .formatted(reference, record, page, new Ground(code, id).choice()));
    } catch (Refusal refusal) {
      errors.reject("refusal." + refusal.rule());
      return new ModelAndView(FORM, HttpStatus.CONFLICT);
    }
  }

  private static void check(
      GroundForm form, Exemption ground, BindingResult errors, Locale locale) {
    if (!form.isAboutPage() && !form.isAboutRecord()) {
      errors.rejectValue("covers", "ground.covers.required");
    }
    OfferedGround.check(ground, form.reasons(), errors, locale);
  }

  /** The grounds that an officer may write down for the page: health grounds for health data. */
  private Stream<Exemption> open(PageInHand shown) {
    return exemptions.register().stream()
        .filter(ground -> !ground.caseByCase())
        .filter(ground -> !ground.aboutHealth() || shown.record().health());
  }

  private Exemption find(PageInHand shown, String code) {
    return open(shown)
        .filter(ground -> ground.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Item item(PageInHand shown, GroundForm form) {
    var id = form.isAboutPage() ? shown.page().itemId() : shown.record().itemId();
    return exemptions.items(shown.key().reference()).stream()
        .filter(item -> item.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private PageInHand show(CaseReference reference, UUID record, int page, Model model) {
    var shown = records.find(new PageKey(reference, new RecordId(record), page));
    model.addAttribute("shown", shown);
    return shown;
  }
}
