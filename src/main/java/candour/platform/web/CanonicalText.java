package candour.platform.web;

import java.beans.PropertyEditorSupport;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is typed into one form, once (OWASP ASVS 5.0, 1.1.1): composed characters (Unicode
 * NFC), plain line ends, and no space around it.
 */
class CanonicalText extends PropertyEditorSupport {

  @Override
  public void setAsText(@Nullable String text) {
    setValue(text == null ? null : of(text));
  }

  @Override
  public String getAsText() {
    return getValue() instanceof String text ? text : "";
  }

  static String of(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .strip();
  }
}
