package candour.exemptions.deciding;

import candour.casework.Casework;
import candour.exemptions.DeterminationId;
import candour.exemptions.Exemptions;
import candour.exemptions.Lapsing;
import candour.platform.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists the determinations of all cases that lapse soon, so that whoever must decides in time. */
@Controller
class ReviewsPage {

  /** For how long before it lapses an officer is reminded of a determination. */
  static final int DAYS = 14;

  private final Exemptions exemptions;
  private final Casework casework;
  private final Days days;

  ReviewsPage(Exemptions exemptions, Casework casework, Days days) {
    this.exemptions = exemptions;
    this.casework = casework;
    this.days = days;
  }

  @GetMapping("/staff/reviews")
  String list(@RequestParam(required = false) @Nullable DeterminationId after, Model model) {
    var rows = exemptions.lapsing(days.today().plusDays(DAYS), after, Rows.MOST + 1);
    Rows.show(rows, Lapsing::id, after, model);
    model.addAttribute("days", DAYS);
    model.addAttribute("numbers", casework.numbers(rows.stream().map(Lapsing::reference).toList()));
    return "exemptions/reviews";
  }
}
