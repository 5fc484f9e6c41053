package candour.response;

import candour.casework.CaseReference;
import candour.exemptions.Exemption;
import candour.exemptions.Exemptions;
import candour.exemptions.OfferedGround;
import candour.ledger.Disclosure;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import candour.platform.Refusal;
import candour.response.Entries.Because;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** Keeps an entry of the ledger back on a ground that is written down here, or shows it again. */
@Controller
@RequestMapping("/staff/cases/{reference}/disclosures/{disclosure}")
class EntryPage {

  private static final String CHOOSE = "response/withhold";
  private static final String FORM = "response/withhold-ground";

  /**
   * What an officer writes for each thing that the ground asks, and how much is kept back; it
   * always starts blank.
   *
   * @param extent asked where the ground is about other people; elsewhere it is the whole entry
   */
  record EntryGround(Map<String, String> reasons, String extent) {

    EntryGround(@Nullable Map<String, String> reasons, @Nullable String extent) {
      this.reasons = Objects.requireNonNullElse(reasons, Map.of());
      this.extent = Forms.typed(extent);
    }

    private Optional<EntryExtent> extentOn(Exemption ground) {
      return ground.aboutOthers()
          ? Stream.of(EntryExtent.values()).filter(it -> it.name().equals(extent)).findFirst()
          : Optional.of(EntryExtent.WHOLE);
    }
  }

  private final Entries entries;
  private final Exemptions exemptions;
  private final MessageSource messages;

  EntryPage(Entries entries, Exemptions exemptions, MessageSource messages) {
    this.entries = entries;
    this.exemptions = exemptions;
    this.messages = messages;
  }

  @GetMapping("/ground")
  String ask(
      @PathVariable CaseReference reference,
      @PathVariable UUID disclosure,
      @RequestParam(required = false) @Nullable String code,
      Locale locale,
      Model model) {
    show(reference, disclosure, locale, model);
    if (code == null) {
      return CHOOSE;
    }
    offer(find(code), locale, model);
    model.addAttribute("entryGround", new EntryGround(null, null));
    return FORM;
  }

  @PostMapping("/ground")
  ModelAndView keepBack(
      @PathVariable CaseReference reference,
      @PathVariable UUID disclosure,
      @RequestParam String code,
      @ModelAttribute EntryGround entryGround,
      BindingResult errors,
      @CurrentOfficer Officer officer,
      Locale locale,
      Model model) {
    Forms.requireCaseworker(officer);
    var words = show(reference, disclosure, locale, model);
    var ground = find(code);
    offer(ground, locale, model);
    var extent = entryGround.extentOn(ground);
    if (extent.isEmpty()) {
      errors.rejectValue("extent", "withhold.extent.missing");
    }
    OfferedGround.check(ground, entryGround.reasons(), errors, locale);
    if (errors.hasErrors() || extent.isEmpty()) {
      return new ModelAndView(FORM, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      var because = new Because(code, entryGround.reasons(), extent.get());
      entries.keepBack(reference, disclosure, words, because, officer);
      return new ModelAndView("redirect:" + here(reference, disclosure));
    } catch (Refusal refusal) {
      errors.reject("refusal." + refusal.rule());
      return new ModelAndView(FORM, HttpStatus.CONFLICT);
    }
  }

  @PostMapping("/show")
  String showAfterAll(
      @PathVariable CaseReference reference,
      @PathVariable UUID disclosure,
      @CurrentOfficer Officer officer) {
    Forms.requireCaseworker(officer);
    entries.show(reference, disclosure, officer);
    return "redirect:" + here(reference, disclosure);
  }

  /** What was kept back whole is told in general words, for the reasons that stand. */
  @PostMapping("/general")
  String sayLess(
      @PathVariable CaseReference reference,
      @PathVariable UUID disclosure,
      @CurrentOfficer Officer officer) {
    Forms.requireCaseworker(officer);
    entries.sayLess(reference, disclosure, officer);
    return "redirect:" + here(reference, disclosure);
  }

  /** Immigration control needs a determination of its own: the entry becomes its item. */
  @PostMapping("/determination")
  String determine(
      @PathVariable CaseReference reference,
      @PathVariable UUID disclosure,
      @CurrentOfficer Officer officer,
      Locale locale) {
    Forms.requireCaseworker(officer);
    var words = words(entries.get(reference, disclosure), locale);
    return "redirect:/staff/cases/%s/exemptions/propose?item=%s"
        .formatted(reference, entries.consider(reference, disclosure, words, officer).id());
  }

  private String show(CaseReference reference, UUID disclosure, Locale locale, Model model) {
    var words = words(entries.get(reference, disclosure), locale);
    model.addAttribute("entry", words);
    model.addAttribute("here", here(reference, disclosure).replace("/ground", ""));
    model.addAttribute("kept", entries.keptBack(reference, disclosure).orElse(null));
    model.addAttribute("grounds", open().map(ground -> OfferedGround.of(ground, locale)).toList());
    return words;
  }

  private static void offer(Exemption ground, Locale locale, Model model) {
    model.addAttribute("offered", OfferedGround.of(ground, locale));
    model.addAttribute("asksExtent", ground.aboutOthers());
  }

  /** Health data are in records: no entry of the ledger may hold any. */
  private Stream<Exemption> open() {
    return exemptions.register().stream()
        .filter(ground -> !ground.caseByCase() && !ground.aboutHealth());
  }

  private Exemption find(String code) {
    return open()
        .filter(ground -> ground.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String words(Disclosure disclosure, Locale locale) {
    return messages.getMessage(disclosure.asked().by().messageKey(), null, locale)
        + ", "
        + DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(disclosure.asked().on());
  }

  private static String here(CaseReference reference, UUID disclosure) {
    return "/staff/cases/" + reference + "/disclosures/" + disclosure + "/ground";
  }
}
