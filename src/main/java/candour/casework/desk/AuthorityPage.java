package candour.casework.desk;

import candour.casework.ActingForOthers;
import candour.casework.CaseReference;
import candour.casework.Parties;
import candour.casework.Visits;
import candour.platform.CurrentOfficer;
import candour.platform.Days;
import candour.platform.Officer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Who asks for somebody else, on what it rests, and what officers made of it. */
@Controller
class AuthorityPage {

  private static final int VIEWS = 50;

  private final ActingForOthers acting;
  private final Parties parties;
  private final Visits visits;
  private final AuthorityWords authority;
  private final Words words;
  private final Days days;

  AuthorityPage(
      ActingForOthers acting,
      Parties parties,
      Visits visits,
      AuthorityWords authority,
      Words words,
      Days days) {
    this.acting = acting;
    this.parties = parties;
    this.visits = visits;
    this.authority = authority;
    this.words = words;
    this.days = days;
  }

  /** A ruling as it is on record. */
  record Ruled(String result, String by, String on, String reason) {}

  @GetMapping("/staff/cases/{reference}/authority")
  String show(@PathVariable CaseReference reference, @CurrentOfficer Officer officer, Model model) {
    var record =
        acting.of(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var today = days.today();
    model.addAttribute("state", words.of("authority.state.", record.on(today)));
    model.addAttribute("rows", authority.rows(record));
    model.addAttribute("mayRule", officer.worksOnCases() && record.ended() == null);
    model.addAttribute("follows", parties.of(reference).isPresent());
    model.addAttribute(
        "views",
        visits.onBehalf(reference, VIEWS).stream()
            .map(view -> view.openedAt().atZone(Days.LONDON))
            .toList());
    model.addAttribute(
        "rulings",
        record.rulings().stream()
            .map(it ->
                new Ruled(
                    words.say(it.accepted() ? "authority.accepted" : "authority.rejected"),
                    it.officerName(),
                    words.date(it.on()),
                    it.reason()))
            .toList());
    return "casework/authority";
  }
}
