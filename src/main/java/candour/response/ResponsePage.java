package candour.response;

import candour.casework.CaseReference;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import candour.platform.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.servlet.ModelAndView;

/** The answer of a case: what stands in its way, its packs, and the steps of three officers. */
@Controller
@RequestMapping("/staff/cases/{reference}/response")
class ResponsePage {

  private static final String VIEW = "response/response";

  /** Why a pack is approved. */
  record PackApproval(
      @NotBlank(message = "{response.reason.required}")
          @Size(min = 10, max = 4000, message = "{response.reason.length}")
          @Nullable String reason) {}

  /** Why a release is recalled. */
  record PackRecall(
      @NotBlank(message = "{response.recall.reason.required}")
          @Size(min = 10, max = 4000, message = "{response.reason.length}")
          @Nullable String reason) {}

  private final Responses responses;
  private final Desk desk;

  ResponsePage(Responses responses, Desk desk) {
    this.responses = responses;
    this.desk = desk;
  }

  @GetMapping
  String show(@PathVariable UUID reference, @CurrentOfficer Officer officer, Model model) {
    model.addAttribute("standing", desk.standing(new CaseReference(reference), officer));
    model.addAttribute("packApproval", new PackApproval(null));
    model.addAttribute("packRecall", new PackRecall(null));
    return VIEW;
  }

  @PostMapping("/prepare")
  String prepare(@PathVariable UUID reference, @CurrentOfficer Officer officer) {
    responses.prepare(new CaseReference(reference), officer);
    return backTo(reference);
  }

  @PostMapping("/packs/{pack}/approve")
  ModelAndView approve(
      @PathVariable UUID reference,
      @PathVariable UUID pack,
      @Valid @ModelAttribute PackApproval packApproval,
      BindingResult errors,
      @CurrentOfficer Officer officer,
      Model model) {
    model.addAttribute("packRecall", new PackRecall(null));
    return step(
        reference,
        packApproval.reason(),
        errors,
        officer,
        (id, reason) -> responses.approve(id, pack, officer, reason));
  }

  @PostMapping("/packs/{pack}/release")
  String release(
      @PathVariable UUID reference, @PathVariable UUID pack, @CurrentOfficer Officer officer) {
    responses.release(new CaseReference(reference), pack, officer);
    return backTo(reference);
  }

  @PostMapping("/packs/{pack}/recall")
  ModelAndView recall(
      @PathVariable UUID reference,
      @PathVariable UUID pack,
      @Valid @ModelAttribute PackRecall packRecall,
      BindingResult errors,
      @CurrentOfficer Officer officer,
      Model model) {
    model.addAttribute("packApproval", new PackApproval(null));
    return step(
        reference,
        packRecall.reason(),
        errors,
        officer,
        (id, reason) -> responses.recall(id, pack, officer, reason));
  }

  /** What is done to a case for a reason. */
  private interface ReasonedStep {
    void take(CaseReference reference, String reason);
  }

  /** Takes the step, or shows the page again with what was typed. */
  private ModelAndView step(
      UUID reference,
      @Nullable String reason,
      BindingResult errors,
      Officer officer,
      ReasonedStep step) {
    var id = new CaseReference(reference);
    var page = new ModelAndView(VIEW);
    if (!errors.hasErrors() && reason != null) {
      try {
        step.take(id, reason);
        return new ModelAndView(backTo(reference));
      } catch (Refusal refusal) {
        errors.reject("refusal." + refusal.rule());
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("typed", reason);
      }
    }
    return page.addObject("standing", desk.standing(id, officer));
  }

  /** The pack as the person will get it; browsers save it and run nothing in it. */
  @GetMapping("/packs/{pack}.pdf")
  ResponseEntity<byte[]> preview(@PathVariable UUID reference, @PathVariable UUID pack) {
    var file = desk.file(new CaseReference(reference), pack);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header("Content-Security-Policy", "sandbox")
        .header("X-Content-Type-Options", "nosniff")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file.name()).build().toString())
        .body(file.bytes());
  }

  private static String backTo(UUID reference) {
    return "redirect:/staff/cases/" + reference + "/response";
  }
}
