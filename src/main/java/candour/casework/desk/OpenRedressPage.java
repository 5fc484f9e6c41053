package candour.casework.desk;

import candour.casework.Listed.Place;
import candour.casework.OpenRedress;
import candour.casework.OpenRedress.Kind;
import candour.platform.Days;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The complaints and corrections that wait for the office. */
@Controller
class OpenRedressPage {

  private static final String PATH = "/staff/complaints";

  private final OpenRedress open;
  private final Days days;
  private final Words words;

  OpenRedressPage(OpenRedress open, Days days, Words words) {
    this.open = open;
    this.days = days;
    this.words = words;
  }

  /** A line of the list, every word of it ready. */
  record Line(
      String href,
      String number,
      String name,
      String received,
      String age,
      String acknowledged,
      String body,
      String by,
      boolean late) {}

  @GetMapping(PATH)
  String list(
      @RequestParam(defaultValue = "COMPLAINT") Kind show,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    var place = Place.read(after).orElse(Place.TOP);
    var page = open.page(show, place);
    var today = days.today();
    model.addAttribute("tabs", tabs(show));
    model.addAttribute("complaints", show == Kind.COMPLAINT);
    model.addAttribute("since", words.say(since(show)));
    model.addAttribute("last", words.say(last(show)));
    model.addAttribute("lines", page.rows().stream().map(row -> line(row, show, today)).toList());
    model.addAttribute("here", href(show));
    model.addAttribute("first", place.equals(Place.TOP));
    model.addAttribute("next", page.next());
    return "casework/open-redress";
  }

  private static String since(Kind kind) {
    return kind == Kind.RECIPIENT ? "open-redress.listed" : "worklist.received";
  }

  private static String last(Kind kind) {
    return switch (kind) {
      case COMPLAINT -> "open-redress.acknowledgement";
      case CORRECTION -> "complaints.answer-by";
      case RECIPIENT -> "open-redress.given";
    };
  }

  private List<WorklistPage.Tab> tabs(Kind shown) {
    return List.of(Kind.values()).stream()
        .map(kind ->
            new WorklistPage.Tab(href(kind), words.of("open-redress.show.", kind), kind == shown))
        .toList();
  }

  private static String href(Kind kind) {
    return kind == Kind.COMPLAINT ? PATH : PATH + "?show=" + kind;
  }

  private Line line(OpenRedress.Row row, Kind kind, LocalDate today) {
    var by = row.by();
    var body = row.body();
    var owed = kind == Kind.CORRECTION || !row.acknowledged();
    return new Line(
        "/staff/cases/%s/%ss/%s"
            .formatted(row.reference(), kind.name().toLowerCase(Locale.ROOT), row.id()),
        row.number(),
        row.subjectName(),
        words.date(row.receivedOn()),
        words.say("open-redress.age", ChronoUnit.DAYS.between(row.receivedOn(), today)),
        words.say(row.acknowledged() ? "open-redress.acknowledged" : "open-redress.unacknowledged"),
        body == null ? "" : words.say(body.messageKey()),
        by == null ? "" : words.date(by),
        owed && by != null && today.isAfter(by));
  }
}
