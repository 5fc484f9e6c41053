package candour.notifications;

import java.util.Locale;
import java.util.Map;

/**
 * A mail to one address. It says neither who is written to nor what about: mailboxes are read by
 * others.
 *
 * @param template a file in {@code templates/emails}, without its ending
 * @param values what the template may print: links and dates, never names
 */
public record Mail(String template, String to, Locale locale, Map<String, String> values) {}
