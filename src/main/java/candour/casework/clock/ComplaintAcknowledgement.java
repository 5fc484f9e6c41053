package candour.casework.clock;

import java.time.LocalDate;
import java.util.Optional;

/** The time in which a complaint to the controller must be acknowledged (DPA 2018 s.164A). */
public final class ComplaintAcknowledgement {

  private static final LocalDate COMMENCEMENT = LocalDate.of(2026, 6, 19);
  private static final int DAYS = 30;

  private ComplaintAcknowledgement() {}

  /**
   * The last day for the acknowledgement: thirty days counted from the day after receipt, carried
   * over weekends and bank holidays. Empty if the complaint came before 19 June 2026, when the duty
   * began (SI 2026/82, regs 3 and 7).
   *
   * @throws YearNotCovered if the file of bank holidays ends before that day
   */
  public static Optional<LocalDate> dueBy(LocalDate received, BankHolidays holidays) {
    return received.isBefore(COMMENCEMENT)
        ? Optional.empty()
        : Optional.of(holidays.roll(received.plusDays(DAYS)).to());
  }
}
