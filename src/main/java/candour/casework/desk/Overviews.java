package candour.casework.desk;

import candour.casework.Alerts;
import candour.casework.CaseClock;
import candour.casework.CaseReference;
import candour.casework.CaseSummary;
import candour.casework.Casework;
import candour.casework.Entered;
import candour.casework.Twins;
import candour.casework.Wish;
import candour.casework.Wishes;
import candour.platform.Officer;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the first page of a case shows, all of it at one moment. */
@Component
@Transactional(readOnly = true)
class Overviews {

  private final Casework casework;
  private final Wishes wishes;
  private final Twins twins;
  private final Alerts alerts;
  private final CaseClock clock;
  private final AskedWords askedWords;
  private final UrgencyWords urgency;
  private final PersonWords person;
  private final ClueWords clues;
  private final ClockWords clockWords;
  private final Tasks tasks;
  private final Words words;

  Overviews(
      Casework casework,
      Wishes wishes,
      Twins twins,
      Alerts alerts,
      CaseClock clock,
      AskedWords askedWords,
      UrgencyWords urgency,
      PersonWords person,
      ClueWords clues,
      ClockWords clockWords,
      Tasks tasks,
      Words words) {
    this.casework = casework;
    this.wishes = wishes;
    this.twins = twins;
    this.alerts = alerts;
    this.clock = clock;
    this.askedWords = askedWords;
    this.urgency = urgency;
    this.person = person;
    this.clues = clues;
    this.clockWords = clockWords;
    this.tasks = tasks;
    this.words = words;
  }

  Overview of(CaseReference reference, Officer officer) {
    var summary = casework.summary(reference);
    var asked = casework.asked(reference);
    var open = summary.isOpen() && officer.worksOnCases();
    return new Overview(
        askedWords.rows(asked),
        wishes.of(reference).stream().map(this::wish).toList(),
        urgency.rows(reference, asked.urgency()),
        twins.of(reference),
        person.person(summary),
        clues.rows(summary.requesterId()),
        alerts.open(reference),
        course(summary),
        summary.hasClock()
            ? clockWords.steps(clock.deadline(summary))
            : List.of(words.say("clock.none")),
        tasks.of(summary),
        summary.guarded(),
        open && summary.officer() == null,
        open && summary.officer() != null,
        officer.worksOnCases());
  }

  private Row wish(Wish wish) {
    var by = wish.officerName();
    var on = words.date(wish.on());
    return Row.of(
        words.of("wish.wanted.", wish.wanted()),
        Stream.concat(
                Stream.of(by == null ? on : words.say("overview.wish.by", on, by)),
                wish.words().lines())
            .toArray(String[]::new));
  }

  private List<Row> course(CaseSummary summary) {
    var officer = summary.officer();
    return List.of(
        Row.of(words.say("overview.received"), words.date(summary.receivedOn())),
        Row.of(words.say("overview.channel"), words.of("case.channel.", summary.channel())),
        casework
            .entered(summary.reference())
            .map(this::entered)
            .orElseGet(() -> Row.of(words.say("overview.recognised"))),
        Row.of(words.say("overview.stage"), words.of("case.stage.", summary.stage())),
        Row.of(
            words.say("overview.officer"),
            officer == null ? words.say("overview.officer.none") : officer.name()),
        Row.of(words.say("overview.outcome"), outcome(summary)));
  }

  private Row entered(Entered entered) {
    var arrived = entered.arrived();
    return Row.of(
        words.say("overview.recognised"),
        words.say("overview.recognised.on", words.date(arrived.recognisedOn()), arrived.gap()),
        words.say("overview.entered", entered.officerName(), words.date(entered.on())));
  }

  private String outcome(CaseSummary summary) {
    return summary.outcome() == null || summary.answeredOn() == null
        ? ""
        : words.of("case.outcome.", summary.outcome()) + ", " + words.date(summary.answeredOn());
  }
}
