package candour.notifications;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A letter for the post room to print, or to be told where no letters may come.
 *
 * @param template a file in {@code templates/letters}, without its ending
 */
public record Letter(
    UUID caseId, To to, String template, Locale locale, Map<String, String> values) {

  /** To whom it goes. */
  public sealed interface To {

    /** Somebody in the {@link AddressBook}, wherever they are reached when it goes. */
    record Person(UUID id) implements To {}

    /** One address and no other, as it stands in the window. */
    record Address(List<String> lines) implements To {}

    /** Nobody's address: an officer hands it to that person, as the lines say. */
    record ByHand(List<String> lines) implements To {}
  }

  /** A letter to somebody in the {@link AddressBook}. */
  public static Letter to(
      UUID person, UUID caseId, String template, Locale locale, Map<String, String> values) {
    return new Letter(caseId, new To.Person(person), template, locale, values);
  }
}
