package candour.casework;

import candour.casework.AnswerBy.Awaited;
import candour.casework.AnswerBy.Cause;
import candour.casework.AnswerBy.DayOff;
import candour.casework.AnswerBy.Extension;
import candour.casework.AnswerBy.Pause;
import candour.casework.AnswerBy.Reasons;
import candour.casework.ClockEntry.Kind;
import candour.casework.clock.ClockEvent;
import candour.casework.clock.Deadline;
import candour.casework.clock.Derivation;
import candour.casework.clock.NonWorkingDay;
import candour.casework.clock.NonWorkingDay.BankHoliday;
import candour.casework.clock.NonWorkingDay.Weekend;
import candour.casework.clock.StopReason;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says a deadline in the terms of {@link AnswerBy}, leaving out what the office notes for itself.
 */
record PublicClock(Deadline deadline, List<ClockEntry> entries) {

  /** As the office means to answer where no law sets a date. */
  AnswerBy courtesy(LocalDate date) {
    return new AnswerBy.Courtesy(date, reasons());
  }

  AnswerBy answerBy(@Nullable LocalDate answeredOn) {
    if (answeredOn != null) {
      return new AnswerBy.Given(answeredOn, reasons());
    }
    return switch (deadline) {
      case Deadline.Due due -> new AnswerBy.On(due.on(), reasons());
      case Deadline.Paused paused ->
          new AnswerBy.Stopped(
              paused.awaiting().stream()
                  .map(stop -> awaited(stop.reason()))
                  .collect(Collectors.toSet()),
              paused.awaiting().getFirst().on(),
              paused.lastDue(),
              reasons());
    };
  }

  AnswerBy ended(LocalDate on) {
    return new AnswerBy.Ended(on, reasons());
  }

  private Reasons reasons() {
    Derivation steps = deadline.derivation();
    return new Reasons(
        steps.received(),
        steps.relevantTime().on(),
        cause(steps),
        steps.months(),
        steps.monthsEnd(),
        steps.isShortMonth(),
        steps.pauses().stream()
            .map(pause -> new Pause(pause.from(), pause.until(), pause.days()))
            .toList(),
        steps.nominal(),
        steps.rolledOver().stream().map(PublicClock::dayOff).toList(),
        extension(steps.extension()));
  }

  private static Cause cause(Derivation steps) {
    return switch (steps.relevantTime().cause()) {
      case REQUEST_RECEIVED -> Cause.REQUEST_RECEIVED;
      case IDENTITY_INFORMATION_RECEIVED -> Cause.IDENTITY_INFORMATION_RECEIVED;
      case FEE_PAID -> Cause.FEE_PAID;
    };
  }

  private static Awaited awaited(StopReason reason) {
    return switch (reason) {
      case IDENTITY -> Awaited.PROOF_OF_IDENTITY;
      case FEE -> Awaited.FEE;
      case CLARIFICATION -> Awaited.CLARIFICATION;
    };
  }

  private static DayOff dayOff(NonWorkingDay day) {
    return switch (day) {
      case Weekend weekend -> new DayOff(weekend.date(), null, null);
      case BankHoliday holiday -> new DayOff(holiday.date(), holiday.english(), holiday.welsh());
    };
  }

  private @Nullable Extension extension(ClockEvent.@Nullable Extended notice) {
    if (notice == null) {
      return null;
    }
    var ground =
        switch (notice.ground()) {
          case COMPLEXITY -> Extension.Ground.COMPLEXITY;
          case NUMBER_OF_REQUESTS -> Extension.Ground.NUMBER_OF_REQUESTS;
        };
    return new Extension(ground, notice.on(), wordsOfNotice());
  }

  private String wordsOfNotice() {
    return entries.stream()
        .filter(entry -> entry.kind() == Kind.EXTENDED)
        .map(ClockEntry::words)
        .findFirst()
        .orElse("");
  }
}
