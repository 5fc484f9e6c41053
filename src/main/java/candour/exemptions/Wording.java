package candour.exemptions;

import java.util.Locale;

/** The same words in English and Welsh. */
public record Wording(String english, String welsh) {

  /** In the language of that locale; English for every language but Welsh. */
  public String in(Locale locale) {
    return locale.getLanguage().equals("cy") ? welsh : english;
  }
}
