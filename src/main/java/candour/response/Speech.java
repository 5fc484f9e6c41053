package candour.response;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** Says things in the requester's language, whoever's session it is. */
record Speech(MessageSource messages, Locale language) {

  String say(String key, Object... values) {
    return messages.getMessage(key, values, language);
  }

  /** The message, or these words where there is none. */
  String sayOr(String key, String otherwise) {
    var said = messages.getMessage(key, null, otherwise, language);
    return said == null ? otherwise : said;
  }

  String pick(String english, String welsh) {
    return language.getLanguage().equals("cy") ? welsh : english;
  }
}
