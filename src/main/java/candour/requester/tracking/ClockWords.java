package candour.requester.tracking;

import candour.casework.AnswerBy;
import candour.casework.AnswerBy.Awaited;
import candour.casework.AnswerBy.Cause;
import candour.casework.AnswerBy.DayOff;
import candour.casework.AnswerBy.Reasons;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in plain words when an answer is due, and how that date follows (UK GDPR Art. 12A). */
@Component
class ClockWords {

  private final MessageSource messages;

  ClockWords(MessageSource messages) {
    this.messages = messages;
  }

  /** When the answer is due, was given, or what the office waits for. */
  List<String> due(AnswerBy answerBy, Locale locale) {
    return switch (answerBy) {
      case AnswerBy.On(var date, _) -> List.of(say(locale, "my-request.due.on", date));
      case AnswerBy.Courtesy(var date, _) -> List.of(say(locale, "my-request.due.courtesy", date));
      case AnswerBy.Given(var date, _) -> List.of(say(locale, "my-request.due.given", date));
      case AnswerBy.Ended(var date, _) -> List.of(say(locale, "my-request.due.ended", date));
      case AnswerBy.Stopped(var awaited, var since, var last, _) ->
          Stream.concat(
                  Stream.of(Awaited.values())
                      .filter(awaited::contains)
                      .map(it -> say(locale, "my-request.due." + it, since)),
                  Stream.of(say(locale, "my-request.due.stopped", last)))
              .toList();
    };
  }

  /** Why no law sets a date for an answer about somebody who has died. */
  List<String> noReasons(Reasons why, Locale locale) {
    return List.of(
        say(locale, "my-request.why.received", why.received()),
        say(locale, "my-request.why.deceased"));
  }

  /** Every step from receipt to the date. */
  List<String> reasons(Reasons why, Locale locale) {
    var steps = new ArrayList<String>();
    steps.add(say(locale, "my-request.why.received", why.received()));
    if (why.cause() != Cause.REQUEST_RECEIVED) {
      steps.add(say(locale, "my-request.why." + why.cause(), why.relevantTime()));
    }
    var extension = why.extension();
    if (extension != null) {
      steps.add(
          say(
              locale,
              "my-request.why." + extension.ground(),
              extension.noticeOn(),
              extension.reasons()));
    }
    steps.add(
        say(locale, "my-request.why.months", why.months(), why.relevantTime(), why.monthsEnd()));
    if (why.shortMonth()) {
      steps.add(say(locale, "my-request.why.short-month"));
    }
    for (var pause : why.pauses()) {
      steps.add(say(locale, "my-request.why.pause", pause.from(), pause.until(), pause.days()));
    }
    if (!why.moved().equals(why.monthsEnd())) {
      steps.add(say(locale, "my-request.why.moved", why.moved()));
    }
    for (var day : why.rolledOver()) {
      steps.add(dayOff(day, locale));
    }
    return List.copyOf(steps);
  }

  private String dayOff(DayOff day, Locale locale) {
    var name = locale.getLanguage().equals("cy") ? day.nameCy() : day.nameEn();
    return name == null
        ? say(locale, "my-request.why.weekend", day.date())
        : say(locale, "my-request.why.holiday", day.date(), name);
  }

  private String say(Locale locale, String key, Object... arguments) {
    var words =
        Stream.of(arguments)
            .map(it -> it instanceof LocalDate date ? on(date, locale) : it)
            .toArray();
    return messages.getMessage(key, words, locale);
  }

  /** In Welsh a weekday begins otherwise after many words, and so stands in brackets. */
  private static String on(LocalDate date, Locale locale) {
    return locale.getLanguage().equals("cy")
        ? DateTimeFormatter.ofPattern("d MMMM yyyy (EEEE)", locale)
            .format(date)
            .replace("(Dydd", "(dydd")
        : DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale).format(date);
  }
}
