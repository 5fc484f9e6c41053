package candour.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When a person must have their answer, and how that date follows. All dates are London dates. */
public sealed interface AnswerBy {

  /** Every step from receipt to the date; while stopped, how the last date followed. */
  Reasons reasons();

  /** By the end of this working day. */
  record On(LocalDate date, Reasons reasons) implements AnswerBy {}

  /**
   * The office waits for the person, and there is no date.
   *
   * @param awaited never empty
   * @param since the first day of waiting
   * @param lastDate the date that held before
   */
  record Stopped(Set<Awaited> awaited, LocalDate since, LocalDate lastDate, Reasons reasons)
      implements AnswerBy {

    public Stopped {
      awaited = Set.copyOf(awaited);
    }
  }

  /**
   * No law sets a date: the person whose records these are has died.
   *
   * @param date by which the office means to answer, out of courtesy
   */
  record Courtesy(LocalDate date, Reasons reasons) implements AnswerBy {}

  /** The answer was given. */
  record Given(LocalDate date, Reasons reasons) implements AnswerBy {}

  /** The request was withdrawn: no answer is due. */
  record Ended(LocalDate date, Reasons reasons) implements AnswerBy {}

  /** What the office asked the person for. */
  enum Awaited {
    PROOF_OF_IDENTITY,
    FEE,
    CLARIFICATION
  }

  /** What happened on the day from which the month is counted. */
  enum Cause {
    REQUEST_RECEIVED,
    IDENTITY_INFORMATION_RECEIVED,
    FEE_PAID
  }

  /**
   * The steps, in the order a person can follow them.
   *
   * @param relevantTime the day from which the months are counted, because of {@code cause}
   * @param months one, or three after an extension
   * @param monthsEnd the same day that many months later, or the last day of a shorter month
   * @param moved that date moved on by the days that did not count
   * @param rolledOver weekends and bank holidays between that and the final date
   */
  record Reasons(
      LocalDate received,
      LocalDate relevantTime,
      Cause cause,
      int months,
      LocalDate monthsEnd,
      boolean shortMonth,
      List<Pause> pauses,
      LocalDate moved,
      List<DayOff> rolledOver,
      @Nullable Extension extension) {

    public Reasons {
      pauses = List.copyOf(pauses);
      rolledOver = List.copyOf(rolledOver);
    }
  }

  /**
   * The office waited for clarification, from the day of asking to the day of the answer, both
   * included.
   *
   * @param days how many were left out of the count
   */
  record Pause(LocalDate from, LocalDate until, int days) {}

  /** A day on which no period ends; the names are null for a Saturday or Sunday. */
  record DayOff(LocalDate date, @Nullable String nameEn, @Nullable String nameCy) {}

  /** Two further months, and why. */
  record Extension(Ground ground, LocalDate noticeOn, String reasons) {

    /** The only two grounds in UK GDPR Art. 12A. */
    public enum Ground {
      COMPLEXITY,
      NUMBER_OF_REQUESTS
    }
  }
}
