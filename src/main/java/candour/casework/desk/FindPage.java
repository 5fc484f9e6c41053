package candour.casework.desk;

import candour.casework.Casework;
import candour.casework.Lookup;
import candour.platform.Days;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Finds cases by number, name or postcode. What is sought is posted and answered with a page, so
 * that no address, history or log ever holds it.
 */
@Controller
class FindPage {

  private static final String VIEW = "casework/find";

  private final Lookup lookup;
  private final Casework casework;
  private final PersonWords person;
  private final Days days;
  private final Words words;

  FindPage(Lookup lookup, Casework casework, PersonWords person, Days days, Words words) {
    this.lookup = lookup;
    this.casework = casework;
    this.person = person;
    this.days = days;
    this.words = words;
  }

  /** What somebody quoted. */
  record Find(
      @NotBlank(message = "{find.sought.blank}") @Size(max = 200, message = "{find.sought.long}")
          String sought) {}

  /**
   * A case that was found.
   *
   * @param known what tells this person from another of the same name
   */
  record Hit(WorklistRow row, String known) {}

  @GetMapping("/staff/worklist/find")
  String ask(Find find) {
    return VIEW;
  }

  @PostMapping("/staff/worklist/find")
  String find(@Valid Find find, BindingResult errors, Model model) {
    if (errors.hasErrors()) {
      return VIEW;
    }
    var numbered = casework.numbered(find.sought());
    if (numbered.isPresent()) {
      return "redirect:/staff/cases/" + numbered.get();
    }
    var found = lookup.of(find.sought());
    model.addAttribute("hits", found.hits().stream().map(this::hit).toList());
    model.addAttribute("more", found.more());
    return VIEW;
  }

  private Hit hit(Lookup.Hit hit) {
    return new Hit(WorklistRow.of(hit.summary(), days.today(), words), person.known(hit.subject()));
  }
}
