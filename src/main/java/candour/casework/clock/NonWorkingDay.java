package candour.casework.clock;

import java.time.LocalDate;

/** A day on which no period ends (Reg. 1182/71 Art. 3(4), applied by UK GDPR Art. 4A). */
public sealed interface NonWorkingDay {

  LocalDate date();

  /** A Saturday or a Sunday. */
  record Weekend(LocalDate date) implements NonWorkingDay {}

  /** A bank holiday, named in both languages. */
  record BankHoliday(LocalDate date, String english, String welsh) implements NonWorkingDay {}
}
