package candour.exemptions.deciding;

import candour.casework.Casework;
import candour.exemptions.Exemptions;
import candour.exemptions.Lapsing;
import candour.platform.Days;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Lists the determinations of all cases that lapse soon, so that whoever must decides in time. */
@Controller
class ReviewsPage {

  /** For how long before it lapses an officer is reminded of a determination. */
  static final int DAYS = 14;

  private static final int ROWS = 200;

  /** A determination that lapses soon, and the number of its case. */
  record Review(Lapsing lapsing, String number) {}

  private final Exemptions exemptions;
  private final Casework casework;
  private final Days days;

  ReviewsPage(Exemptions exemptions, Casework casework, Days days) {
    this.exemptions = exemptions;
    this.casework = casework;
    this.days = days;
  }

  @GetMapping("/staff/reviews")
  String list(Model model) {
    model.addAttribute(
        "reviews",
        exemptions.lapsing(days.today().plusDays(DAYS), ROWS).stream()
            .map(it -> new Review(it, casework.summary(it.reference()).number()))
            .toList());
    return "exemptions/reviews";
  }
}
