package candour.requester.tracking;

import candour.casework.CaseReference;
import candour.casework.Evidence;
import candour.intake.ChosenFiles;
import candour.intake.PublicFiles;
import candour.platform.RequestHolder;
import candour.platform.Throttle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;

/** Takes files that show who somebody is, after they have asked, until that is accepted. */
@Controller
@RequestMapping("/my-request/evidence")
class EvidencePage {

  private static final String VIEW = "requester/my-evidence";
  private static final int PER_HOUR = 30;

  private final Evidence evidence;
  private final ChosenFiles chosen;
  private final Throttle throttle;

  EvidencePage(Evidence evidence, ChosenFiles chosen, Throttle throttle) {
    this.evidence = evidence;
    this.chosen = chosen;
    this.throttle = throttle;
  }

  /** What the person chose on their device. */
  record MyEvidence(@Nullable List<MultipartFile> files) {}

  @GetMapping
  String ask(
      @AuthenticationPrincipal RequestHolder holder,
      @ModelAttribute("myEvidence") MyEvidence files,
      Model model) {
    return page(new CaseReference(holder.caseId()), model);
  }

  @PostMapping
  String add(
      @AuthenticationPrincipal RequestHolder holder,
      @ModelAttribute("myEvidence") MyEvidence files,
      BindingResult errors,
      Model model) {
    var reference = new CaseReference(holder.caseId());
    if (!errors.hasErrors() && !throttle.allows("files", reference.toString(), PER_HOUR)) {
      errors.rejectValue("files", "upload.refused.TOO_OFTEN");
    }
    if (!errors.hasErrors()) {
      var left = PublicFiles.MOST - evidence.of(reference).size();
      var sound = chosen.take(files.files(), left, errors, "files");
      if (!sound.isEmpty()) {
        evidence.add(reference, sound);
      }
      if (!errors.hasErrors()) {
        return "redirect:/my-request/evidence?sent";
      }
    }
    return page(reference, model);
  }

  private String page(CaseReference reference, Model model) {
    model.addAttribute("kept", evidence.of(reference));
    model.addAttribute("destroyedOn", evidence.destroyedOn(reference).orElse(null));
    model.addAttribute("wanted", evidence.isWanted(reference));
    return VIEW;
  }
}
