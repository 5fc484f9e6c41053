package candour.audit;

import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Openings of a case for the Commissioner, a tribunal or a court: asked for, approved, handed out.
 */
@Controller
@RequestMapping("/staff/cases/{reference}/history/openings")
class OpeningsPage {

  private static final String VIEW = "audit/openings";

  /** Who demands the openings, and why. */
  record Demand(
      @NotNull(message = "{openings.recipient.missing}") @Nullable Recipient recipient,
      @Size(min = 10, max = 4000, message = "{openings.reason.length}") String reason) {

    Demand(@Nullable Recipient recipient, @Nullable String reason) {
      this.recipient = recipient;
      this.reason = reason == null ? "" : reason.strip();
    }
  }

  private final HandingOut openings;

  OpeningsPage(HandingOut openings) {
    this.openings = openings;
  }

  @GetMapping
  String show(@PathVariable UUID reference, @CurrentOfficer Officer officer, Model model) {
    model.addAttribute("demand", new Demand(null, null));
    return page(reference, officer, model);
  }

  @PostMapping
  String request(
      @PathVariable UUID reference,
      @Valid @ModelAttribute("demand") Demand demand,
      BindingResult errors,
      @CurrentOfficer Officer officer,
      Model model) {
    if (errors.hasErrors()) {
      return page(reference, officer, model);
    }
    openings.request(
        reference, Objects.requireNonNull(demand.recipient()), demand.reason(), officer);
    return backTo(reference);
  }

  @PostMapping("/{id}/approve")
  String approve(
      @PathVariable UUID reference, @PathVariable UUID id, @CurrentOfficer Officer officer) {
    openings.approve(reference, id, officer);
    return backTo(reference);
  }

  @PostMapping("/{id}/file")
  ResponseEntity<byte[]> file(
      @PathVariable UUID reference, @PathVariable UUID id, @CurrentOfficer Officer officer) {
    var name = ContentDisposition.attachment().filename("openings-" + id + ".json").build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .body(openings.handOut(reference, id, officer));
  }

  private String page(UUID reference, Officer officer, Model model) {
    model.addAttribute("requests", openings.of(reference));
    model.addAttribute("senior", officer.is(Officer.Role.SENIOR));
    model.addAttribute("me", officer.id());
    model.addAttribute("recipients", Recipient.values());
    return VIEW;
  }

  private static String backTo(UUID reference) {
    return "redirect:/staff/cases/" + reference + "/history/openings";
  }
}
