package candour.casework.desk;

import candour.casework.Alerts;
import candour.casework.Listed.Place;
import candour.casework.Worklist;
import candour.casework.Worklist.View;
import candour.platform.CurrentOfficer;
import candour.platform.Days;
import candour.platform.Officer;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases there are, what is due first at the top. */
@Controller
class WorklistPage {

  private static final String VIEW = "casework/worklist";

  private static final int ALERTS = 20;

  private final Worklist worklist;
  private final Alerts alerts;
  private final Days days;
  private final Words words;

  WorklistPage(Worklist worklist, Alerts alerts, Days days, Words words) {
    this.worklist = worklist;
    this.alerts = alerts;
    this.days = days;
    this.words = words;
  }

  /** Which cases a tab of the page shows. */
  enum Show {
    OPEN,
    MINE,
    FREE,
    ANSWERED;

    private View to(Officer officer) {
      return switch (this) {
        case OPEN -> new View.All();
        case MINE -> new View.Mine(officer.id());
        case FREE -> new View.Unallocated();
        case ANSWERED -> new View.Answered();
      };
    }

    String href() {
      return this == OPEN ? "/staff/worklist" : "/staff/worklist?show=" + this;
    }
  }

  /** A tab above the list. */
  record Tab(String href, String name, boolean current) {}

  @GetMapping("/staff/worklist")
  String list(
      @RequestParam(defaultValue = "OPEN") Show show,
      @RequestParam(defaultValue = "") String after,
      @CurrentOfficer Officer officer,
      Model model) {
    model.addAttribute(new FindPage.Find(""));
    model.addAttribute("alerts", alerts.open(ALERTS));
    var place = Place.read(after).orElse(Place.TOP);
    var page = worklist.page(show.to(officer), place);
    var today = days.today();
    model.addAttribute("tabs", tabs(show));
    model.addAttribute("answered", show == Show.ANSWERED);
    model.addAttribute("mayEnter", officer.worksOnCases());
    model.addAttribute("mayApprove", officer.is(Officer.Role.SENIOR));
    model.addAttribute(
        "rows", page.rows().stream().map(row -> WorklistRow.of(row, today, words)).toList());
    model.addAttribute("top", place.equals(Place.TOP) ? null : show.href());
    model.addAttribute(
        "next",
        page.next() == null ? null : "/staff/worklist?show=" + show + "&after=" + page.next());
    return VIEW;
  }

  private List<Tab> tabs(Show shown) {
    return List.of(Show.values()).stream()
        .map(show -> new Tab(show.href(), words.of("worklist.show.", show), show == shown))
        .toList();
  }
}
