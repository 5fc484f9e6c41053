package candour.notifications;

import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Letters to print, for whoever goes to the post room. */
@Controller
class LettersPage {

  private final Letters letters;

  LettersPage(Letters letters) {
    this.letters = letters;
  }

  @GetMapping("/staff/letters")
  String list(Model model) {
    model.addAttribute("letters", letters.waiting());
    return "notifications/letters";
  }

  @GetMapping("/staff/letters/{letter}")
  String show(@PathVariable UUID letter, Model model) {
    model.addAttribute("id", letter);
    var printed = letters.toPrint(letter);
    model.addAttribute("letter", printed.words());
    model.addAttribute("byPost", printed.byPost());
    model.addAttribute("mark", printed.mark());
    return "notifications/letter";
  }

  @PostMapping("/staff/letters/{letter}/posted")
  String posted(
      @PathVariable UUID letter,
      @CurrentOfficer Officer officer,
      @RequestParam(defaultValue = "") String mark) {
    letters.posted(letter, officer.id(), mark);
    return "redirect:/staff/letters";
  }
}
