package candour.notifications;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A letter for the post room to print.
 *
 * @param template a file in {@code templates/letters}, without its ending
 * @param address the name and address as they stand in the window
 */
public record Letter(
    UUID caseId,
    String template,
    Locale locale,
    List<String> address,
    Map<String, String> values) {}
