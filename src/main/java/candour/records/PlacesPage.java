package candour.records;

import candour.casework.CaseReference;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import candour.platform.Refusal;
import candour.records.redaction.PageText;
import candour.records.redaction.TextLine;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Marks the places on a page that need a decision under the immigration exemption, which is then
 * about exactly these. They wait in the form until the decision is to be proposed.
 */
@Controller
@RequestMapping("/staff/cases/{reference}/records/{record}/pages/{page}/places")
class PlacesPage {

  private static final String VIEW = "records/places";

  private final Records records;
  private final Marking marking;

  PlacesPage(Records records, Marking marking) {
    this.records = records;
    this.marking = marking;
  }

  @GetMapping
  String ask(
      @PathVariable CaseReference reference,
      @PathVariable UUID record,
      @PathVariable int page,
      @CurrentOfficer Officer officer,
      Model model) {
    Forms.requireCaseworker(officer);
    var shown = records.find(new PageKey(reference, new RecordId(record), page));
    model.addAttribute("placesForm", PlacesForm.of(List.of()));
    return show(shown, lines(shown), List.of(), model);
  }

  @PostMapping
  ModelAndView mark(
      @PathVariable CaseReference reference,
      @PathVariable UUID record,
      @PathVariable int page,
      @ModelAttribute PlacesForm placesForm,
      BindingResult errors,
      @CurrentOfficer Officer officer,
      Model model) {
    Forms.requireCaseworker(officer);
    var shown = records.find(new PageKey(reference, new RecordId(record), page));
    var lines = lines(shown);
    var places = List.<Place>of();
    try {
      places = placesForm.marked();
      var marked = take(placesForm, places, lines, errors);
      if (!errors.hasErrors() && placesForm.pressed().equals("decide")) {
        return new ModelAndView(
            "redirect:/staff/cases/%s/exemptions/propose?item=%s"
                .formatted(reference, marking.mark(shown, marked, officer).id()));
      }
      places = errors.hasErrors() ? places : marked;
    } catch (Refusal refusal) {
      Chosen.reject(refusal, errors);
    }
    if (errors.hasErrors()) {
      return new ModelAndView(show(shown, lines, places, model), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    model.addAttribute("placesForm", PlacesForm.of(places));
    return new ModelAndView(show(shown, lines, places, model));
  }

  /** The places after the button: what was chosen is added to them, or one is taken away. */
  private static List<Place> take(
      PlacesForm form, List<Place> places, List<TextLine> lines, BindingResult errors) {
    if (form.pressed().startsWith("remove-")) {
      return Deciding.without(form.pressed(), places);
    }
    var more = Stream.concat(places.stream(), form.places(lines).stream()).distinct().toList();
    if (more.isEmpty() || form.pressed().equals("add") && more.size() == places.size()) {
      errors.rejectValue("line", "page.mark.choose");
    } else if (more.size() > PageReview.MOST_MARKS) {
      errors.rejectValue("line", "page.mark.many");
    }
    return more;
  }

  private String show(PageInHand shown, List<TextLine> lines, List<Place> places, Model model) {
    model.addAttribute("shown", shown);
    model.addAttribute("lines", lines);
    model.addAttribute("spots", places);
    model.addAttribute("marked", places.stream().map(Place::text).toList());
    model.addAttribute("places", Place.words(places));
    return VIEW;
  }

  private List<TextLine> lines(PageInHand shown) {
    var key = shown.key();
    return PageText.lines(records.file(key.reference(), key.record()), key.number());
  }
}
