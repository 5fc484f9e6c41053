package candour.notifications;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one address. It says neither who is written to nor what about: mailboxes are read by
 * others.
 *
 * @param template a file in {@code templates/emails}, without its ending
 * @param values what the template may print: links and dates, never names
 * @param person who is reached there, so that their word may stand in it; null where nobody has
 *     shown that they are
 */
public record Mail(
    String template, String to, Locale locale, Map<String, String> values, @Nullable UUID person) {

  /** A mail to an address that is not known to be anybody's. */
  public Mail(String template, String to, Locale locale, Map<String, String> values) {
    this(template, to, locale, values, null);
  }
}
