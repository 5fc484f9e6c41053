package candour.platform.govuk;

import java.util.List;
import java.util.Locale;
import org.thymeleaf.context.ITemplateContext;

/** The words of the character count that its script shows, where the script's own are no help. */
final class CharacterCount {

  /** The categories of number that a language may distinguish, by Unicode's CLDR. */
  private static final List<String> NUMBERS = List.of("zero", "one", "two", "few", "many", "other");

  static void complete(Options own, Options enclosing, ITemplateContext context) {
    own.setIfAbsent("id", own.text("name"));
    if (!context.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage())) {
      var unit = own.get("maxwords") == null ? "characters" : "words";
      NUMBERS.forEach(number -> say(own, unit + "-under-limit", "." + number, context));
      NUMBERS.forEach(number -> say(own, unit + "-over-limit", "." + number, context));
      say(own, unit + "-at-limit", "", context);
    }
  }

  private static void say(Options own, String key, String number, ITemplateContext context) {
    own.set(
        "formGroup.attributes.data-i18n." + key + number,
        context.getMessage(CharacterCount.class, "govuk.character-count." + key, null, true));
  }

  private CharacterCount() {}
}
