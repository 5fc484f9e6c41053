package candour.exemptions;

import java.time.LocalDate;

/**
 * The outcome by which a determination does not stand.
 *
 * @param on the day of that outcome, in London
 * @param reference under which whoever decided keeps it
 */
public record Overruling(Authority by, LocalDate on, String reference, String reason) {

  /** The least and the most that a reference is. */
  public static final int LEAST_REFERENCE = 2;

  public static final int MOST_REFERENCE = 200;

  /** Who may overrule the office. */
  public enum Authority {
    /** A complaint to the controller (DPA 2018 s.164A). */
    COMPLAINT(Ending.By.COMPLAINT),
    /** The Information Commissioner, after a complaint (DPA 2018 s.165). */
    COMMISSIONER(Ending.By.COMMISSIONER),
    TRIBUNAL(Ending.By.TRIBUNAL),
    /** By a compliance order (DPA 2018 s.167). */
    COURT(Ending.By.COURT);

    private final Ending.By ending;

    Authority(Ending.By ending) {
      this.ending = ending;
    }

    Ending.By ending() {
      return ending;
    }
  }

  public Overruling {
    Words.require(reference, LEAST_REFERENCE);
    Words.require(reason, Words.RULING);
  }
}
