package candour.casework;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When a request came by letter, phone, e-mail or in person, in London. Whoever it reached first,
 * its time runs from receipt; how long nobody saw that it was one is kept beside it.
 *
 * @param recognisedOn the day on which somebody saw that it was a request; not before receipt
 */
public record Arrival(LocalDate receivedOn, LocalDate recognisedOn) {

  /** Since then anybody may ask (Regulation (EU) 2016/679, Art. 99(2)). */
  public static final LocalDate EARLIEST = LocalDate.of(2018, 5, 25);

  /** For how many days nobody saw what it was. */
  public int gap() {
    return Math.toIntExact(ChronoUnit.DAYS.between(receivedOn, recognisedOn));
  }
}
