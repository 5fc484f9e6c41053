package candour.response;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.platform.CurrentOfficer;
import candour.platform.DocumentStore;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The answer of a case: what stands in its way, its packs, and the steps of three officers. */
@Controller
@Transactional
@RequestMapping("/staff/cases/{reference}/response")
class ResponsePage {

  /** Why a pack is approved. */
  record PackApproval(
      @NotBlank(message = "{response.reason.required}")
          @Size(min = 10, max = 4000, message = "{response.reason.length}")
          @Nullable String reason) {}

  /** What the officer who looks may do with the newest pack; null where nothing keeps them. */
  record Next(@Nullable String keepsFromApproving, @Nullable String keepsFromReleasing) {}

  /** On which tab of the case each obstacle is cleared. */
  private static final Map<String, String> TABS =
      Map.of(
          "identity-not-confirmed", "identity",
          "systems-not-searched", "searches",
          "records-not-collected", "records",
          "pages-not-reviewed", "records",
          "withheld-without-determination", "records",
          "determination-open", "exemptions",
          "tell-decision-open", "exemptions");

  private final Responses responses;
  private final Packs packs;
  private final ReleaseCodes codes;
  private final Casework casework;
  private final DocumentStore documents;

  ResponsePage(
      Responses responses,
      Packs packs,
      ReleaseCodes codes,
      Casework casework,
      DocumentStore documents) {
    this.responses = responses;
    this.packs = packs;
    this.codes = codes;
    this.casework = casework;
    this.documents = documents;
  }

  @GetMapping
  String show(@PathVariable UUID reference, @CurrentOfficer Officer officer, Model model) {
    model.addAttribute("packApproval", new PackApproval(null));
    return page(new CaseReference(reference), officer, model);
  }

  @PostMapping("/prepare")
  String prepare(@PathVariable UUID reference, @CurrentOfficer Officer officer) {
    responses.prepare(new CaseReference(reference), officer);
    return backTo(reference);
  }

  @PostMapping("/packs/{pack}/approve")
  String approve(
      @PathVariable UUID reference,
      @PathVariable UUID pack,
      @Valid @ModelAttribute PackApproval packApproval,
      BindingResult errors,
      @CurrentOfficer Officer officer,
      Model model) {
    var reason = packApproval.reason();
    if (errors.hasErrors() || reason == null) {
      return page(new CaseReference(reference), officer, model);
    }
    responses.approve(new CaseReference(reference), pack, officer, reason);
    return backTo(reference);
  }

  @PostMapping("/packs/{pack}/release")
  String release(
      @PathVariable UUID reference, @PathVariable UUID pack, @CurrentOfficer Officer officer) {
    responses.release(new CaseReference(reference), pack, officer);
    return backTo(reference);
  }

  /** The pack as the person will get it; browsers save it and run nothing in it. */
  @GetMapping("/packs/{pack}.pdf")
  ResponseEntity<byte[]> preview(@PathVariable UUID reference, @PathVariable UUID pack) {
    var document =
        packs.of(new CaseReference(reference)).stream()
            .filter(each -> each.id().equals(pack))
            .map(Pack::document)
            .findFirst()
            .orElseThrow(() -> new EmptyResultDataAccessException(1));
    var name = documents.find(document, reference).fileName();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header("Content-Security-Policy", "sandbox")
        .header("X-Content-Type-Options", "nosniff")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(documents.read(document, reference));
  }

  private String page(CaseReference reference, Officer officer, Model model) {
    var summary = casework.summary(reference);
    var made = packs.of(reference);
    var obstacle = packs.obstacle(reference).orElse(null);
    model.addAttribute("summary", summary);
    model.addAttribute("obstacle", obstacle);
    model.addAttribute("obstacleTab", obstacle == null ? null : TABS.get(obstacle));
    model.addAttribute("packs", made);
    model.addAttribute("downloads", codes.downloads(reference));
    model.addAttribute("keepsFromPreparing", Pack.obstacleToPreparing(officer).orElse(null));
    if (!made.isEmpty()) {
      var newest = made.getFirst();
      var deciders = responses.deciders(reference);
      model.addAttribute(
          "next",
          new Next(
              newest.obstacleToApproving(officer, summary.version()).orElse(null),
              newest.obstacleToReleasing(officer, summary.version(), deciders).orElse(null)));
    }
    return "response/response";
  }

  private static String backTo(UUID reference) {
    return "redirect:/staff/cases/" + reference + "/response";
  }
}
