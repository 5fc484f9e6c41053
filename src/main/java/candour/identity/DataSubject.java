package candour.identity;

import candour.platform.Identifiers;
import java.time.LocalDate;
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

  /**
   * That day, or the last before they came of age where that is sooner and known to the day.
   *
   * @param day in London
   */
  public LocalDate stillChild(LocalDate day) {
    return born.day() == null || born.month() == null || born.year() == null || born.approximate()
        ? day
        : earlier(day, LocalDate.of(born.year(), born.month(), born.day()));
  }

  private static LocalDate earlier(LocalDate day, LocalDate birth) {
    var last = birth.plusYears(AuthorityToAct.OF_AGE).minusDays(1);
    return last.isBefore(day) ? last : day;
  }
}
