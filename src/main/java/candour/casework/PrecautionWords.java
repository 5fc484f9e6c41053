package candour.casework;

import candour.identity.Requester;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What an officer minds before they ring or write to somebody, in a sentence each. */
@Component
class PrecautionWords {

  private final MessageSource messages;

  PrecautionWords(MessageSource messages) {
    this.messages = messages;
  }

  List<String> words(Requester requester, Locale locale) {
    var mind = requester.precautions();
    var to = mind.lettersTo();
    return Stream.of(
            mind.noLetters() ? say("case-header.no-letters", locale) : "",
            to == null
                ? ""
                : say("case-header.letters-to", locale, String.join(", ", to.lines().toList())),
            mind.noCalls() ? say("case-header.no-calls", locale) : "",
            mind.noMessages() ? say("case-header.no-messages", locale) : "",
            mind.word().isEmpty() ? "" : say("case-header.word", locale, mind.word()),
            mind.words().isEmpty() ? "" : say("case-header.safe", locale, mind.words()))
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  private String say(String key, Locale locale, String... places) {
    return messages.getMessage(key, places, locale);
  }
}
