package candour.casework;

import candour.platform.Days;
import candour.platform.Officer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a person is told of their complaint or correction, in their language. */
@Component
class RedressLetters {

  private final Requests requests;
  private final Messages messages;
  private final Notices notices;
  private final MessageSource words;
  private final Days days;

  RedressLetters(
      Requests requests, Messages messages, Notices notices, MessageSource words, Days days) {
    this.requests = requests;
    this.messages = messages;
    this.notices = notices;
    this.words = words;
    this.days = days;
  }

  /**
   * Words on their way.
   *
   * @param messageId of the mail or letter; null where the person can only be rung
   */
  record Told(String words, @Nullable UUID messageId, Dispatch dispatch) {}

  /** Says that a complaint of that day has come, and what comes next. */
  Told acknowledged(CaseReference reference, UUID requesterId, LocalDate receivedOn) {
    var request = requests.summary(reference);
    var locale = request.language();
    return send(
        reference,
        requesterId,
        say(
            "complaint-letter.acknowledged",
            locale,
            request.number(),
            written(receivedOn, locale)));
  }

  /** Passes on what an officer writes. */
  Told fromOfficer(CaseReference reference, UUID requesterId, Officer officer, String told) {
    messages.add(reference, officer.id(), told, days.today());
    return send(reference, requesterId, told);
  }

  /** Says that it takes longer, until when, why, and what the person can do next. */
  Told extended(
      CaseReference reference, UUID requesterId, Officer officer, LocalDate until, String reasons) {
    var locale = requests.summary(reference).language();
    var later = say("complaint-letter.correction.extended", locale, written(until, locale));
    return withRights(reference, requesterId, officer, later, reasons);
  }

  /** Says what was decided, why, and what the person can do next. */
  Told decided(
      CaseReference reference, UUID requesterId, Officer officer, String outcome, String reasons) {
    var locale = requests.summary(reference).language();
    return withRights(reference, requesterId, officer, say(outcome, locale), reasons);
  }

  private Told withRights(
      CaseReference reference, UUID requesterId, Officer officer, String what, String reasons) {
    var rights = say("complaint-letter.rights", requests.summary(reference).language());
    return fromOfficer(reference, requesterId, officer, String.join("\n\n", what, reasons, rights));
  }

  Dispatch way(UUID requesterId) {
    return notices.way(requesterId);
  }

  private Told send(CaseReference reference, UUID requesterId, String told) {
    var message = notices.inWriting(reference, requesterId, told);
    return new Told(told, message.orElse(null), notices.way(requesterId));
  }

  private String say(String key, Locale locale, Object... places) {
    return words.getMessage(key, places, locale);
  }

  private static String written(LocalDate date, Locale locale) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(date);
  }
}
