package candour.casework.desk;

import candour.casework.Attachments;
import candour.casework.CaseReference;
import candour.intake.ChosenFiles;
import candour.intake.PublicFiles;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files that an officer adds to a message of theirs, and those of all messages. */
@Controller
@RequestMapping("/staff/cases/{reference}/messages/{message}/files")
class MessageFilesPage {

  private static final String VIEW = "casework/message-files";

  private final Attachments attachments;
  private final ChosenFiles chosen;

  MessageFilesPage(Attachments attachments, ChosenFiles chosen) {
    this.attachments = attachments;
    this.chosen = chosen;
  }

  /** What the officer chose. */
  record MessageFiles(@Nullable List<MultipartFile> files) {}

  @GetMapping
  String ask(
      @PathVariable CaseReference reference,
      @PathVariable UUID message,
      @CurrentOfficer Officer officer,
      @ModelAttribute("messageFiles") MessageFiles files,
      Model model) {
    Forms.requireCaseworker(officer);
    return page(reference, message, officer, model);
  }

  @PostMapping
  String add(
      @PathVariable CaseReference reference,
      @PathVariable UUID message,
      @CurrentOfficer Officer officer,
      @ModelAttribute("messageFiles") MessageFiles files,
      BindingResult errors,
      RedirectAttributes redirect,
      Model model) {
    Forms.requireCaseworker(officer);
    if (errors.hasErrors()) {
      return page(reference, message, officer, model);
    }
    var left = PublicFiles.MOST - attachments.of(reference, message, officer).size();
    var sound = chosen.take(files.files(), left, errors, "files");
    if (errors.hasErrors()) {
      attachments.add(reference, message, officer, sound);
      return page(reference, message, officer, model);
    }
    var answer =
        Forms.send(
            errors,
            redirect,
            VIEW,
            "/staff/cases/" + reference + "/messages",
            () -> {
              attachments.add(reference, message, officer, sound);
              return "case-messages.files.done";
            });
    return errors.hasErrors() ? page(reference, message, officer, model) : answer;
  }

  @GetMapping("/{document}")
  ResponseEntity<byte[]> file(
      @PathVariable CaseReference reference,
      @PathVariable UUID message,
      @PathVariable UUID document) {
    return attachments.file(reference, message, document).toResponse();
  }

  private String page(CaseReference reference, UUID message, Officer officer, Model model) {
    model.addAttribute("message", message);
    model.addAttribute("sent", attachments.of(reference, message, officer));
    return VIEW;
  }
}
