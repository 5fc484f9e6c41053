package candour.casework.clock;

import candour.casework.clock.ClockEvent.Stopped;
import java.time.LocalDate;
import java.util.List;

/** When the applicable time period of a request ends, or that nobody can say yet. */
public sealed interface Deadline {

  /**
   * The last day on which notice of an extension can be given. While paused it is the last one
   * known, and a notice given during the pause is in time.
   */
  LocalDate noticeBy();

  /** How the date follows; while paused, how the last one did. */
  Derivation derivation();

  /** The date by which lists are sorted; while paused, the last one. */
  LocalDate sortedBy();

  /** Whether the period had ended before this day; never while paused. */
  boolean isOverdueOn(LocalDate today);

  /**
   * The response must have been given by the end of this day, London time.
   *
   * @param on a working day
   */
  record Due(LocalDate on, LocalDate noticeBy, Derivation derivation) implements Deadline {

    @Override
    public LocalDate sortedBy() {
      return on;
    }

    @Override
    public boolean isOverdueOn(LocalDate today) {
      return today.isAfter(on);
    }
  }

  /**
   * The office waits for the requester, and there is no due date.
   *
   * @param awaiting what was asked and has not come, earliest first; never empty
   * @param lastDue the date that held when the waiting began
   */
  record Paused(
      List<Stopped> awaiting, LocalDate lastDue, LocalDate noticeBy, Derivation derivation)
      implements Deadline {

    public Paused {
      awaiting = List.copyOf(awaiting);
    }

    @Override
    public LocalDate sortedBy() {
      return lastDue;
    }

    @Override
    public boolean isOverdueOn(LocalDate today) {
      return false;
    }
  }
}
