package candour.identity;

import org.jspecify.annotations.Nullable;

/**
 * Something by which records about a person may be found, as they typed it. What was left out is
 * empty.
 */
public sealed interface Clue {

  /** Numbers on papers. */
  record Reference(Of of, String number) implements Clue {

    /** What sort of number it is. */
    public enum Of {
      HOME_OFFICE,
      PORT,
      CASE_DATABASE,
      LANDING_CARD,
      NATIONAL_INSURANCE,
      /** Any others, one on each line. */
      OTHER
    }
  }

  /**
   * A passport, perhaps an old one, on which they travelled.
   *
   * @param whose null if they did not say
   * @param name in which it was issued
   */
  record Passport(@Nullable Whose whose, String number, String country, String name)
      implements Clue {

    /** Whose passport it was. */
    public enum Whose {
      MINE,
      PARENTS,
      SOMEONE_ELSES
    }
  }

  /**
   * How and when they came.
   *
   * @param vessel the ship or flight
   */
  record Arrival(String vessel, String port, PartialDate on, String words) implements Clue {}

  /** Where they lived and roughly when. */
  record Addresses(String words) implements Clue {}

  /** A date of birth that officials were given, other than their own. */
  record Born(PartialDate date) implements Clue {}

  record Nationality(String words) implements Clue {}
}
