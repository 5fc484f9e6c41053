package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Complaints;
import candour.casework.Corrections;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the person complained of about this request, and what they asked to have put right. */
@Controller
class ComplaintsPage {

  private final Complaints complaints;
  private final Corrections corrections;
  private final RedressWords words;

  ComplaintsPage(Complaints complaints, Corrections corrections, RedressWords words) {
    this.complaints = complaints;
    this.corrections = corrections;
    this.words = words;
  }

  @GetMapping("/staff/cases/{reference}/complaints")
  String show(@PathVariable CaseReference reference, @CurrentOfficer Officer officer, Model model) {
    model.addAttribute("complaints", complaints.of(reference).stream().map(words::card).toList());
    model.addAttribute("corrections", corrections.of(reference).stream().map(words::card).toList());
    model.addAttribute("mayWork", officer.worksOnCases());
    return "casework/complaints";
  }
}
