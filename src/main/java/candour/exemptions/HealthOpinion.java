package candour.exemptions;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a health professional said: whether disclosing something would be likely to cause serious
 * harm to anybody's physical or mental health (DPA 2018 Sch 3 para 2).
 *
 * @param aboutId the record or the page
 * @param professional their name and profession
 * @param registration with which body, under which number
 * @param testMet whether disclosing it would be likely to cause serious harm
 * @param givenOn the day in London on which it was given
 */
public record HealthOpinion(
    UUID id,
    UUID aboutId,
    String professional,
    String registration,
    boolean testMet,
    String words,
    LocalDate givenOn) {

  private static final int MONTHS = 6;

  /** Whether that day ends a period of six months in which it was given (Sch 3 paras 5 and 6). */
  public boolean countsOn(LocalDate day) {
    return givenOn.isAfter(day.minusMonths(MONTHS));
  }
}
