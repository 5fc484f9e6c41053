package candour.requester.tracking;

import candour.casework.Attachments;
import candour.casework.CaseReference;
import candour.intake.ChosenFiles;
import candour.intake.PublicFiles;
import candour.platform.RequestHolder;
import candour.platform.Throttle;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;

/** Files that the person adds to a message of theirs, and those of all messages. */
@Controller
@RequestMapping("/my-request/messages/{message}/files")
class MessageFilesPage {

  private static final String VIEW = "requester/message-files";
  private static final int PER_HOUR = 30;

  private final Attachments attachments;
  private final ChosenFiles chosen;
  private final Throttle throttle;

  MessageFilesPage(Attachments attachments, ChosenFiles chosen, Throttle throttle) {
    this.attachments = attachments;
    this.chosen = chosen;
    this.throttle = throttle;
  }

  /** What the person chose on their device. */
  record MessageFiles(@Nullable List<MultipartFile> files) {}

  @GetMapping
  String ask(
      @AuthenticationPrincipal RequestHolder holder,
      @PathVariable UUID message,
      @ModelAttribute("messageFiles") MessageFiles files,
      Model model) {
    return page(holder, message, model);
  }

  @PostMapping
  String add(
      @AuthenticationPrincipal RequestHolder holder,
      @PathVariable UUID message,
      @ModelAttribute("messageFiles") MessageFiles files,
      BindingResult errors,
      Model model) {
    var reference = new CaseReference(holder.caseId());
    var left = PublicFiles.MOST - attachments.of(reference, message, null).size();
    if (!errors.hasErrors() && !throttle.allows("files", reference.toString(), PER_HOUR)) {
      errors.rejectValue("files", "upload.refused.TOO_OFTEN");
    }
    if (!errors.hasErrors()) {
      var sound = chosen.take(files.files(), left, errors, "files");
      if (!sound.isEmpty()) {
        attachments.add(reference, message, null, sound);
      }
      if (!errors.hasErrors()) {
        return "redirect:/my-request/messages?files";
      }
    }
    return page(holder, message, model);
  }

  @GetMapping("/{document}")
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal RequestHolder holder,
      @PathVariable UUID message,
      @PathVariable UUID document) {
    return attachments.file(new CaseReference(holder.caseId()), message, document).toResponse();
  }

  private String page(RequestHolder holder, UUID message, Model model) {
    model.addAttribute("message", message);
    model.addAttribute("sent", attachments.of(new CaseReference(holder.caseId()), message, null));
    return VIEW;
  }
}
