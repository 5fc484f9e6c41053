package candour.records.redaction;

import java.util.Locale;

/**
 * What a prepared page calls itself, in place of everything the original said.
 *
 * @param title such as "Record 3, page 2"; must tell nothing of what is redacted
 * @param language of the page's text
 * @param picture describes the page to those who cannot see it when no words could be read from it
 */
public record PageLabels(String title, Locale language, String picture) {

  public PageLabels {
    if (title.isBlank() || picture.isBlank() || language.getLanguage().isEmpty()) {
      throw new IllegalArgumentException("A page needs a title, a language and a description");
    }
  }
}
