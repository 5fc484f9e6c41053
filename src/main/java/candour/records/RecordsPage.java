package candour.records;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.RecordSystem;
import candour.casework.SearchCertificate;
import candour.casework.SearchResult;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;

/** The records of a case: collecting them, and how far each is reviewed. */
@Controller
@RequestMapping("/staff/cases/{reference}/records")
class RecordsPage {

  /** A file that a search found. */
  record NewRecord(
      @NotNull(message = "{records.search.required}") @Nullable UUID search,
      @NotBlank(message = "{records.name.required}")
          @Size(max = 300, message = "{records.name.long}")
          @Nullable String name,
      @Size(max = 200, message = "{records.period.long}") @Nullable String period,
      @NotNull(message = "{records.health.required}") @Nullable Boolean health,
      @Nullable MultipartFile file) {}

  /** One search that a record may come from. */
  record Choice(UUID id, String words) {}

  private final Records records;
  private final Casework casework;

  RecordsPage(Records records, Casework casework) {
    this.records = records;
    this.casework = casework;
  }

  @GetMapping
  String list(
      @PathVariable UUID reference, @CurrentOfficer Officer officer, Locale locale, Model model) {
    model.addAttribute("newRecord", new NewRecord(null, null, null, null, null));
    return page(reference, officer, locale, model);
  }

  @PostMapping
  String add(
      @PathVariable UUID reference,
      @Valid @ModelAttribute NewRecord newRecord,
      BindingResult errors,
      @CurrentOfficer Officer officer,
      Locale locale,
      Model model)
      throws IOException {
    Forms.requireCaseworker(officer);
    var file = newRecord.file();
    if (isMissing(file)) {
      errors.rejectValue("file", "records.file.required");
    }
    if (!errors.hasErrors() && file != null) {
      var collected =
          records.collect(
              new CaseReference(reference),
              Objects.requireNonNull(newRecord.search()),
              Objects.requireNonNull(newRecord.name()).strip(),
              Objects.requireNonNullElse(newRecord.period(), "").strip(),
              Objects.requireNonNullElse(file.getOriginalFilename(), ""),
              file.getBytes(),
              Objects.requireNonNull(newRecord.health()),
              officer);
      if (collected instanceof Collected.Refused(var reason, var name)) {
        errors.rejectValue("file", "records.refused." + reason, new Object[] {name}, null);
      }
    }
    return errors.hasErrors()
        ? page(reference, officer, locale, model)
        : "redirect:/staff/cases/" + reference + "/records";
  }

  @PostMapping("/{record}/health")
  String tagHealth(
      @PathVariable UUID reference, @PathVariable UUID record, @CurrentOfficer Officer officer) {
    Forms.requireCaseworker(officer);
    records.tagHealth(new CaseReference(reference), new RecordId(record), officer);
    return "redirect:/staff/cases/" + reference + "/records";
  }

  private static boolean isMissing(@Nullable MultipartFile file) {
    return file == null || Objects.requireNonNullElse(file.getOriginalFilename(), "").isBlank();
  }

  private String page(UUID reference, Officer officer, Locale locale, Model model) {
    var of = new CaseReference(reference);
    var searches = casework.searches(of);
    model.addAttribute("reference", reference);
    model.addAttribute("mayAdd", officer.worksOnCases() && casework.summary(of).isOpen());
    model.addAttribute("records", records.reviewed(of));
    model.addAttribute("searches", choices(searches, locale));
    return "records/records";
  }

  private static List<Choice> choices(List<SearchCertificate> searches, Locale locale) {
    return searches.stream()
        .filter(s -> s.result() instanceof SearchResult.Found)
        .map(s -> new Choice(s.id(), name(s.system(), locale) + ": " + s.terms()))
        .toList();
  }

  static String name(RecordSystem system, Locale locale) {
    return locale.getLanguage().equals("cy") ? system.nameCy() : system.nameEn();
  }
}
