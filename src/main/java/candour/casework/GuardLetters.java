package candour.casework;

import candour.casework.Reclassification.Notice;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a requester is told of the guard of their request, in their language. */
@Component
class GuardLetters {

  private final Requests requests;
  private final Messages messages;
  private final Notices notices;
  private final MessageSource words;
  private final Days days;

  GuardLetters(
      Requests requests, Messages messages, Notices notices, MessageSource words, Days days) {
    this.requests = requests;
    this.messages = messages;
    this.notices = notices;
    this.words = words;
    this.days = days;
  }

  /**
   * Gives notice that the guard is to end, and why; returns the mail or letter.
   *
   * @throws Refusal {@code cannot-be-told} where neither can reach them
   */
  UUID lifting(
      CaseReference reference,
      UUID requesterId,
      Officer officer,
      Reclassification proposed,
      Notice notice) {
    var locale = requests.summary(reference).language();
    var answer = proposed.answer();
    var reason = answer == null ? proposed.reason() : proposed.reason() + "\n\n" + answer;
    var told =
        say("guard-letter.lifting", locale)
            + "\n\n"
            + reason
            + "\n\n"
            + say("guard-letter.object", locale, written(notice.notBefore(), locale));
    messages.add(reference, officer.id(), told, notice.sentOn());
    return notices
        .inWriting(reference, requesterId, told)
        .orElseThrow(() -> new Refusal("cannot-be-told"));
  }

  /** Says that the request is guarded now, since an officer found that it has to be. */
  Dispatch guarded(CaseReference reference, UUID requesterId, Officer officer) {
    var told = say("guard-letter.guarded", requests.summary(reference).language());
    messages.add(reference, officer.id(), told, days.today());
    return notices.send(reference, requesterId, told);
  }

  /** Keeps, as a message of theirs, that the requester has said why they ask. */
  void said(CaseReference reference, String more) {
    var told = say("guard-letter.said", requests.summary(reference).language());
    messages.add(reference, null, more.isEmpty() ? told : told + "\n\n" + more, days.today());
  }

  Dispatch way(UUID requesterId) {
    return notices.way(requesterId);
  }

  private String say(String key, Locale locale, Object... places) {
    return words.getMessage(key, places, locale);
  }

  private static String written(LocalDate date, Locale locale) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(date);
  }
}
