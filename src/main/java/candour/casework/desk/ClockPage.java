package candour.casework.desk;

import candour.casework.CaseClock;
import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.ClockLine;
import candour.casework.clock.Deadline;
import candour.casework.clock.StopReason;
import candour.platform.CurrentOfficer;
import candour.platform.Days;
import candour.platform.Officer;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** When the answer is due, why, and everything that moved it. */
@Controller
class ClockPage {

  private final Casework casework;
  private final CaseClock clock;
  private final ClockWords clockWords;
  private final Words words;
  private final Days days;

  ClockPage(Casework casework, CaseClock clock, ClockWords clockWords, Words words, Days days) {
    this.casework = casework;
    this.clock = clock;
    this.clockWords = clockWords;
    this.words = words;
    this.days = days;
  }

  /** A line of the record of the clock. */
  record Line(String on, String what, String said, String reason, String by) {}

  @GetMapping("/staff/cases/{reference}/clock")
  String show(@PathVariable CaseReference reference, @CurrentOfficer Officer officer, Model model) {
    var summary = casework.summary(reference);
    if (!summary.hasClock()) {
      model.addAttribute("date", words.date(summary.listedDueOn()));
      return "casework/no-clock";
    }
    var deadline = clock.deadline(summary);
    model.addAttribute("answer", clockWords.answer(deadline));
    model.addAttribute("steps", clockWords.steps(deadline));
    model.addAttribute("noticeBy", clockWords.noticeBy(deadline));
    model.addAttribute("lines", lines(clock.lines(reference)));
    model.addAttribute("mayWork", officer.worksOnCases());
    model.addAttribute("awaitsClarification", awaitsClarification(deadline));
    model.addAttribute("mayExtend", mayExtend(deadline));
    return "casework/clock";
  }

  private static boolean awaitsClarification(Deadline deadline) {
    return deadline instanceof Deadline.Paused paused
        && paused.awaiting().stream().anyMatch(it -> it.reason() == StopReason.CLARIFICATION);
  }

  private boolean mayExtend(Deadline deadline) {
    return deadline.derivation().extension() == null
        && switch (deadline) {
          case Deadline.Due due -> !days.today().isAfter(due.noticeBy());
          case Deadline.Paused _ -> true;
        };
  }

  private List<Line> lines(List<ClockLine> lines) {
    return lines.stream()
        .map(line ->
            new Line(
                words.date(line.entry().on()),
                words.of("clock.line.", line.entry().kind()),
                line.entry().words(),
                line.entry().reason(),
                line.officerName() == null ? words.say("case.requester") : line.officerName()))
        .toList();
  }
}
