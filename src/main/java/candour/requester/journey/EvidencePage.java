package candour.requester.journey;

import candour.intake.ChosenFiles;
import candour.intake.PublicFile.Sound;
import candour.intake.PublicFiles;
import candour.platform.Throttle;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;

/** Offers to take files that show who somebody is; “later” is a full answer. */
@Controller
class EvidencePage {

  static final String PATH = "/request/evidence";
  private static final String VIEW = "requester/evidence";
  private static final int PER_DRAFT = 30;
  private static final int PER_PLACE = 120;

  private final DraftFiles files;
  private final ChosenFiles chosen;
  private final Throttle throttle;

  EvidencePage(DraftFiles files, ChosenFiles chosen, Throttle throttle) {
    this.files = files;
    this.chosen = chosen;
    this.throttle = throttle;
  }

  /**
   * What is done on the page, by one of its buttons. Whatever was chosen is taken by any of them.
   *
   * @param add not null to come back for more
   * @param remove the file to take away again; null for none
   */
  record Evidence(
      @Nullable List<MultipartFile> files, @Nullable String add, @Nullable UUID remove) {

    boolean hasFiles() {
      return Objects.requireNonNullElse(files, List.<MultipartFile>of()).stream()
          .anyMatch(file -> !Objects.requireNonNullElse(file.getOriginalFilename(), "").isBlank());
    }
  }

  @GetMapping(PATH)
  String ask(
      @CurrentDraft Draft draft, @ModelAttribute("evidence") Evidence evidence, Model model) {
    return page(draft, model);
  }

  @PostMapping(PATH)
  String answer(
      @CurrentDraft Draft draft,
      @ModelAttribute("evidence") Evidence evidence,
      BindingResult errors,
      HttpServletRequest request,
      Model model) {
    var sound = sound(draft, evidence, errors, request.getRemoteAddr());
    if (errors.hasErrors()) {
      if (!sound.isEmpty() || evidence.remove() != null) {
        files.keep(draft, sound, evidence.remove());
      }
      return page(draft, model);
    }
    var next = files.keep(draft, sound, evidence.remove()).next();
    boolean stays = evidence.add() != null || evidence.remove() != null;
    return "redirect:" + (stays ? draft.at(PATH) : next);
  }

  private List<Sound> sound(Draft draft, Evidence evidence, BindingResult errors, String place) {
    if (errors.hasErrors() || !evidence.hasFiles() && evidence.add() == null) {
      return List.of();
    }
    if (!throttle.allows("draft-files-place", place, PER_PLACE)
        || !throttle.allows("draft-files", draft.id().toString(), PER_DRAFT)) {
      errors.rejectValue("files", "upload.refused.TOO_OFTEN");
      return List.of();
    }
    var left = PublicFiles.MOST - files.of(draft.id()).size();
    return chosen.take(evidence.files(), left, errors, "files");
  }

  private String page(Draft draft, Model model) {
    model.addAttribute("kept", files.of(draft.id()));
    return VIEW;
  }
}
