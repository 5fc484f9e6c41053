package candour.casework.clock;

import java.util.Arrays;

/** The part of the United Kingdom whose bank holidays a controller keeps; never a union of them. */
public enum Division {
  ENGLAND_AND_WALES("england-and-wales"),
  SCOTLAND("scotland"),
  NORTHERN_IRELAND("northern-ireland");

  private final String key;

  Division(String key) {
    this.key = key;
  }

  /** The name GOV.UK's list of bank holidays uses, and our data file and settings with it. */
  public String key() {
    return key;
  }

  /**
   * The division of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Division of(String key) {
    return Arrays.stream(values())
        .filter(division -> division.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No division is called " + key));
  }
}
