package candour.ledger.matching;

import candour.identity.PartialDate;
import candour.identity.TypedDate;
import candour.identity.TypedDate.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date of birth as offices write it: 1956-03-04, 1956-03, 1956, 04/03/1956, 4 March 1956, about
 * 1956. Days come before months unless the year stands first.
 */
final class BornText {

  private static final Pattern BETWEEN = Pattern.compile("[\\s/.,-]+");
  private static final Pattern ABOUT = Pattern.compile("(?i)^(about|circa|c\\.|tua)\\s+");
  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

  private BornText() {}

  /**
   * Reads what can be read as a date; empty if none can.
   *
   * @param latest no date of birth lies after it
   */
  static Optional<PartialDate> read(String text, LocalDate latest) {
    var about = ABOUT.matcher(text.strip());
    var parts = parts(about.replaceFirst(""));
    if (parts.size() > 3 || parts.getFirst().isEmpty()) {
      return Optional.empty();
    }
    var typed =
        new TypedDate(
            parts.size() == 3 ? parts.get(2) : "",
            parts.size() >= 2 ? parts.get(1) : "",
            parts.getFirst(),
            about.reset().find());
    return typed.read(latest) instanceof Reading.Given given
        ? Optional.of(given.date())
        : Optional.empty();
  }

  /** The largest part first. */
  private static List<String> parts(String text) {
    var parts = Arrays.asList(BETWEEN.split(text, -1));
    if (!YEAR.matcher(parts.getFirst()).matches()) {
      Collections.reverse(parts);
    }
    return parts;
  }
}
