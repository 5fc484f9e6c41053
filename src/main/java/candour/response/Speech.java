package candour.response;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Says things in the requester's language, whoever's session it is.
 *
 * @param about whom the records are about, where that is not whoever reads; null where it is “you”
 */
record Speech(MessageSource messages, Locale language, @Nullable String about) {

  private static final String PACK = "pack.";

  String say(String key, Object... values) {
    var ofAnother =
        about == null || !key.startsWith(PACK) ? null : sayOfAnother(about, key, values);
    return ofAnother == null ? messages.getMessage(key, values, language) : ofAnother;
  }

  /** With the name in the last place; null where the words are the same for everybody. */
  private @Nullable String sayOfAnother(String name, String key, Object... values) {
    var named = Arrays.copyOf(values, values.length + 1);
    named[values.length] = name;
    return messages.getMessage("pack.about." + key.substring(PACK.length()), named, null, language);
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
