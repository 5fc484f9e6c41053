package candour.casework.clock;

import candour.casework.clock.ClockEvent.Extended;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every step from receipt to the deadline, in the order a person can follow it.
 *
 * @param monthsEnd the same day one or three months after the relevant time, or the last day of a
 *     shorter month; the months are added once
 * @param nominal that date moved on by the pause days, before any roll
 * @param rolledOver weekends and bank holidays between the nominal date and the deadline
 * @param extension the valid notice of two further months, if one was given
 * @param withoutEffect events on record that move nothing
 */
public record Derivation(
    RuleVersion rules,
    LocalDate received,
    RelevantTime relevantTime,
    LocalDate monthsEnd,
    List<Pause> pauses,
    LocalDate nominal,
    List<NonWorkingDay> rolledOver,
    @Nullable Extended extension,
    List<WithoutEffect> withoutEffect) {

  /** Copies the lists, so that a derivation once given cannot change. */
  public Derivation {
    pauses = List.copyOf(pauses);
    rolledOver = List.copyOf(rolledOver);
    withoutEffect = List.copyOf(withoutEffect);
  }

  /** The length of the applicable time period before pauses, in months: one, or three. */
  public int months() {
    return extension == null ? 1 : 3;
  }

  /** How many days were left out of the count. */
  public int pauseDays() {
    return pauses.stream().mapToInt(Pause::days).sum();
  }

  /**
   * Whether the month had no such day, so that its last day was taken (31 January, 28 February).
   */
  public boolean isShortMonth() {
    return monthsEnd.getDayOfMonth() != relevantTime.on().getDayOfMonth();
  }
}
