package candour.identity;

import candour.platform.Identifiers;
import java.util.UUID;

/**
 * The person whose records are asked for, as they describe themselves.
 *
 * @param otherNames every other name they used, in their own words; perhaps empty
 */
public record DataSubject(UUID id, String fullName, String otherNames, PartialDate born) {

  /** Somebody not known yet. */
  public static DataSubject named(String fullName, String otherNames, PartialDate born) {
    return new DataSubject(Identifiers.next(), fullName.strip(), otherNames.strip(), born);
  }
}
