package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Complaint;
import candour.casework.Complaints;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A complaint and all that the person was told of it; here they are told how far it is. */
@Controller
class ComplaintPage {

  private static final String VIEW = "casework/complaint";
  private static final String PATH = "/staff/cases/{reference}/complaints/{complaint}";

  private final Complaints complaints;
  private final RedressWords words;

  ComplaintPage(Complaints complaints, RedressWords words) {
    this.complaints = complaints;
    this.words = words;
  }

  /** What the person is told. */
  record Progress(
      @NotBlank(message = "{complaint-progress.words.wrong}")
          @Size(min = 10, max = 20_000, message = "{complaint-progress.words.wrong}")
          String words) {

    Progress(@Nullable String words) {
      this.words = Forms.typed(words);
    }
  }

  @GetMapping(PATH)
  String show(
      @PathVariable CaseReference reference,
      @PathVariable UUID complaint,
      @CurrentOfficer Officer officer,
      Progress progress,
      Model model) {
    fill(model, complaints.get(reference, complaint), officer);
    return VIEW;
  }

  @PostMapping(PATH)
  String tell(
      @PathVariable CaseReference reference,
      @PathVariable UUID complaint,
      @CurrentOfficer Officer officer,
      @Valid Progress progress,
      BindingResult errors,
      RedirectAttributes redirect,
      Model model) {
    Forms.requireCaseworker(officer);
    var answer =
        Forms.send(
            errors,
            redirect,
            VIEW,
            "/staff/cases/" + reference + "/complaints/" + complaint,
            () -> Sent.key(complaints.tell(reference, complaint, progress.words(), officer)));
    if (errors.hasErrors()) {
      fill(model, complaints.get(reference, complaint), officer);
    }
    return answer;
  }

  private void fill(Model model, Complaint complaint, Officer officer) {
    var open = complaint.decided() == null;
    model.addAttribute("complaint", words.card(complaint));
    model.addAttribute("told", words.told(complaint));
    model.addAttribute("decided", words.decided(complaint));
    model.addAttribute("unacknowledged", open && complaint.notices().isEmpty());
    model.addAttribute("upheld", complaint.isUpheld() && complaint.isAboutAnswer());
    model.addAttribute("mayTell", open && officer.worksOnCases());
    model.addAttribute("mayDecide", open && officer.is(Officer.Role.SENIOR));
  }
}
