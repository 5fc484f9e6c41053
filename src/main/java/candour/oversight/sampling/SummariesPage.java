package candour.oversight.sampling;

import candour.audit.AuditLog;
import candour.audit.Checkpoint;
import jakarta.validation.Valid;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** What decisions say of themselves, drawn so that nobody can choose which are read. */
@Controller
class SummariesPage {

  private static final String VIEW = "oversight/summaries";

  private final Summaries summaries;
  private final AuditLog log;

  SummariesPage(Summaries summaries, AuditLog log) {
    this.summaries = summaries;
    this.log = log;
  }

  @GetMapping("/committee/summaries")
  String ask(Model model) {
    model.addAttribute(
        "drawForm",
        new DrawForm(
            log.checkpoint().map(Checkpoint::size).map(String::valueOf).orElse(""), "", "10"));
    return VIEW;
  }

  @GetMapping("/committee/summaries/sample")
  String draw(@Valid DrawForm form, BindingResult errors, Model model) {
    if (!errors.hasFieldErrors("size") && log.checkpoint(form.entries()).isEmpty()) {
      errors.rejectValue("size", "summaries.size.unknown");
    }
    if (!errors.hasErrors()) {
      model.addAttribute("sample", sample(form));
    }
    return VIEW;
  }

  /** For {@code VerifyLog --sample}. */
  @GetMapping("/committee/summaries.json")
  ResponseEntity<String> file(@Valid DrawForm form, BindingResult errors) {
    if (errors.hasErrors()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("summaries.json").build().toString())
        .body(sample(form).file());
  }

  private Sample sample(DrawForm form) {
    var checkpoint =
        log.checkpoint(form.entries())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return summaries.draw(checkpoint, form.words(), form.summaries());
  }
}
