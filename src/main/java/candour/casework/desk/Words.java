package candour.casework.desk;

import candour.identity.PartialDate;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What pages say, in the language of whoever asked for the page. */
@Component
class Words {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu");

  private final MessageSource messages;

  Words(MessageSource messages) {
    this.messages = messages;
  }

  String say(String key, Object... places) {
    return messages.getMessage(key, places, LocaleContextHolder.getLocale());
  }

  /**
   * A word of a vocabulary: {@code case.stage.} and TAKEN_ON are said {@code case.stage.taken-on}.
   */
  String of(String vocabulary, Enum<?> word) {
    return say(vocabulary + word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  String date(LocalDate date) {
    return DATE.withLocale(LocaleContextHolder.getLocale()).format(date);
  }

  /** A date as it was given, no more precise. */
  String date(PartialDate date) {
    var parts =
        date.displayArguments().stream()
            .map(part -> part.startsWith("date.month.") ? say(part) : part);
    return say(date.displayKey(), parts.toArray());
  }

  /** Whichever of the two is in the reader's language. */
  String either(String english, String welsh) {
    return LocaleContextHolder.getLocale().getLanguage().equals("cy") ? welsh : english;
  }
}
