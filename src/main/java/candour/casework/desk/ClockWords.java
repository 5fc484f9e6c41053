package candour.casework.desk;

import candour.casework.clock.ClockEvent.Extended;
import candour.casework.clock.Deadline;
import candour.casework.clock.Derivation;
import candour.casework.clock.NonWorkingDay;
import candour.casework.clock.NonWorkingDay.BankHoliday;
import candour.casework.clock.NonWorkingDay.Weekend;
import candour.casework.clock.Pause;
import candour.casework.clock.RuleVersion;
import candour.casework.clock.WithoutEffect;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says how a deadline follows, so that anybody can check it with a calendar. */
@Component
class ClockWords {

  private final Words words;

  ClockWords(Words words) {
    this.words = words;
  }

  /** When the answer is due, or what is waited for. */
  String answer(Deadline deadline) {
    return switch (deadline) {
      case Deadline.Due due -> words.say("clock.due", words.date(due.on()));
      case Deadline.Paused paused ->
          words.say(
              "clock.stopped",
              words.date(paused.awaiting().getFirst().on()),
              words.of("clock.awaited.", paused.awaiting().getFirst().reason()),
              words.date(paused.lastDue()));
    };
  }

  /** Every step from receipt to the date. */
  List<String> steps(Deadline deadline) {
    var derivation = deadline.derivation();
    var steps = new ArrayList<String>();
    steps.add(words.say("clock.step.received", words.date(derivation.received())));
    if (derivation.rules() == RuleVersion.SAR_TIME_V1) {
      steps.add(words.say("clock.step.earlier-law"));
    }
    steps.add(relevantTime(derivation));
    if (derivation.extension() != null) {
      steps.add(extension(derivation.extension()));
    }
    steps.add(months(derivation));
    derivation.pauses().forEach(pause -> steps.add(pause(pause)));
    if (derivation.pauseDays() > 0) {
      steps.add(
          words.say("clock.step.moved", derivation.pauseDays(), words.date(derivation.nominal())));
    }
    derivation.rolledOver().forEach(day -> steps.add(rolledOver(day)));
    derivation.withoutEffect().forEach(event -> steps.add(withoutEffect(event)));
    steps.add(answer(deadline));
    return List.copyOf(steps);
  }

  /** Until when the office may take two further months; null once it has. */
  @Nullable String noticeBy(Deadline deadline) {
    if (deadline.derivation().extension() != null) {
      return null;
    }
    return switch (deadline) {
      case Deadline.Due due -> words.say("clock.notice-by", words.date(due.noticeBy()));
      case Deadline.Paused _ -> words.say("clock.notice-while-stopped");
    };
  }

  private String relevantTime(Derivation derivation) {
    var relevant = derivation.relevantTime();
    return words.say(
        switch (relevant.cause()) {
          case REQUEST_RECEIVED -> "clock.step.from-receipt";
          case IDENTITY_INFORMATION_RECEIVED -> "clock.step.from-identity";
          case FEE_PAID -> "clock.step.from-fee";
        },
        words.date(relevant.on()));
  }

  private String extension(Extended extension) {
    return words.say(
        "clock.step.extended",
        words.date(extension.on()),
        words.of("clock.ground.", extension.ground()));
  }

  private String months(Derivation derivation) {
    return words.say(
        derivation.isShortMonth() ? "clock.step.short-month" : "clock.step.months",
        derivation.months(),
        words.date(derivation.monthsEnd()));
  }

  private String pause(Pause pause) {
    return words.say(
        "clock.step.pause", words.date(pause.from()), words.date(pause.until()), pause.days());
  }

  private String rolledOver(NonWorkingDay day) {
    return switch (day) {
      case Weekend weekend ->
          words.say(
              weekend.date().getDayOfWeek() == DayOfWeek.SATURDAY
                  ? "clock.step.saturday"
                  : "clock.step.sunday",
              words.date(weekend.date()));
      case BankHoliday holiday ->
          words.say(
              "clock.step.bank-holiday",
              words.date(holiday.date()),
              words.either(holiday.english(), holiday.welsh()));
    };
  }

  private String withoutEffect(WithoutEffect event) {
    return words.say(
        "clock.step.without-effect",
        words.date(event.event().on()),
        words.of("clock.without-effect.", event.why()));
  }
}
