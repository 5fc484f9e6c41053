package candour.casework.clock;

import java.time.LocalDate;

/** Which law counts the days of a request; chosen by its receipt and never typed in. */
public enum RuleVersion {
  /**
   * Art. 12(3) as it stood before 5 February 2026: one month from receipt, and no statutory pause
   * for clarification.
   */
  SAR_TIME_V1,
  /** Art. 12A, inserted by section 76 of the Data (Use and Access) Act 2025. */
  SAR_TIME_V2;

  private static final LocalDate V2_COMMENCES = LocalDate.of(2026, 2, 5);

  /** The rules for a request received on this date (SI 2026/82, regs 2(h) and 4). */
  public static RuleVersion forReceipt(LocalDate received) {
    return received.isBefore(V2_COMMENCES) ? SAR_TIME_V1 : SAR_TIME_V2;
  }

  boolean pausesForClarification() {
    return this == SAR_TIME_V2;
  }
}
