package candour.casework.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The legal date of a moment: statutory periods are counted in days as they pass in London. */
final class LondonDate {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private LondonDate() {}

  /** The date shown by a calendar in London at this moment, in winter or in summer time. */
  public static LocalDate of(Instant moment) {
    return LocalDate.ofInstant(moment, LONDON);
  }
}
