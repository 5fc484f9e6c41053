package candour.identity;

import candour.platform.Identifiers;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The person whose records are asked for, as they describe themselves.
 *
 * @param otherNames every other name they used, in their own words; perhaps empty
 */
public record DataSubject(UUID id, String fullName, String otherNames, PartialDate born) {

  /** How people set one name apart from the next in their own words; “A” is an initial. */
  private static final Pattern BETWEEN_NAMES =
      Pattern.compile("[,;/\\r\\n]+|\\s(?:(?i:and|or|neu)|ac?)\\s");

  /** Somebody not known yet. */
  public static DataSubject named(String fullName, String otherNames, PartialDate born) {
    return new DataSubject(Identifiers.next(), fullName.strip(), otherNames.strip(), born);
  }

  /** Every other name by itself, as far as their words set it apart; perhaps a blank one. */
  public List<String> allOtherNames() {
    return List.of(BETWEEN_NAMES.split(otherNames));
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
