package candour.platform.web;

import java.beans.PropertyEditorSupport;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is typed into one form, once (OWASP ASVS 5.0, 1.1.1): composed characters (Unicode
 * NFC), plain line ends, and no space around it. What cannot be kept shows as U+FFFD: NUL, which
 * PostgreSQL has no place for, and half characters (lone surrogates, Unicode 3.8), which no
 * encoding has.
 */
class CanonicalText extends PropertyEditorSupport {

  private static final Pattern UNKEEPABLE = Pattern.compile("[\\x00\\p{Cs}]");

  @Override
  public void setAsText(@Nullable String text) {
    setValue(text == null ? null : of(text));
  }

  @Override
  public String getAsText() {
    return getValue() instanceof String text ? text : "";
  }

  static String of(String text) {
    return Normalizer.normalize(UNKEEPABLE.matcher(text).replaceAll("\uFFFD"), Normalizer.Form.NFC)
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .strip();
  }
}
