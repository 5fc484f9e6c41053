package candour.casework.clock;

import java.util.Arrays;

/** The part of the United Kingdom whose bank holidays a controller keeps; never a union of them. */
public enum Division {
  ENGLAND_AND_WALES("england-and-wales"),
  SCOTLAND("scotland"),
  NORTHERN_IRELAND("northern-ireland");

  /** What GOV.UK's list of bank holidays calls it, and our file with it. */
  private final String key;

  Division(String key) {
    this.key = key;
  }

  /**
   * The division that the file calls so.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Division of(String key) {
    return Arrays.stream(values())
        .filter(division -> division.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No division is called " + key));
  }
}
