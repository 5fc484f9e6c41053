package candour.response.pack;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The pack's fixed words in the pack's language. */
final class Wording {

  private static final Locale WELSH = Locale.of("cy");

  private final Locale locale;
  private final ResourceBundle bundle;

  Wording(Locale language) {
    locale = language.getLanguage().equals("cy") ? WELSH : Locale.UK;
    bundle =
        ResourceBundle.getBundle(
            "candour.response.pack.messages",
            locale,
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  String languageTag() {
    return locale.toLanguageTag();
  }

  String say(String key) {
    return bundle.getString(key);
  }

  String say(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  String date(LocalDate date) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(date);
  }
}
