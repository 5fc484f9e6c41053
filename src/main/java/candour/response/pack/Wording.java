package candour.response.pack;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/** The pack's fixed words in the pack's language. */
final class Wording {

  private static final Locale WELSH = Locale.of("cy");

  private final Locale locale;
  private final ResourceBundle bundle;
  private final @Nullable String about;

  Wording(Locale language, @Nullable String about) {
    this.about = about;
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

  /** Of whoever reads, or with the name of somebody else in the last place. */
  String say(String key, Object... arguments) {
    var ofAnother = "about." + key;
    if (about == null || !bundle.containsKey(ofAnother)) {
      return format(key, arguments);
    }
    var named = Arrays.copyOf(arguments, arguments.length + 1);
    named[arguments.length] = about;
    return format(ofAnother, named);
  }

  private String format(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  String date(LocalDate date) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(date);
  }
}
