package candour.casework;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of two parts, each in the order of dates, which goes on behind its last row.
 *
 * @param next where the next page begins; null on the last
 */
public record Listed<R>(List<R> rows, @Nullable Place next) {

  static final int ROWS = 50;

  /** The page, of rows of which one more was read than it shows, if there are so many. */
  static <R> Listed<R> of(List<R> read, Function<R, Place> place) {
    if (read.size() <= ROWS) {
      return new Listed<>(read, null);
    }
    var shown = read.subList(0, ROWS);
    return new Listed<>(shown, place.apply(shown.getLast()));
  }

  /**
   * The last row of a page; written {@code true.2026-08-03.<id>}.
   *
   * @param later whether it is in the second part
   */
  public record Place(boolean later, LocalDate date, UUID id) {

    /** Before every row. */
    public static final Place TOP = new Place(false, LocalDate.of(1, 1, 1), new UUID(0, 0));

    /** Reads a place back, with a year of four digits; what is none is nowhere. */
    public static Optional<Place> read(String written) {
      var parts = written.split("\\.", 3);
      try {
        return parts.length < 3 || parts[1].length() != TOP.date.toString().length()
            ? Optional.empty()
            : Optional.of(
                new Place(
                    Boolean.parseBoolean(parts[0]),
                    LocalDate.parse(parts[1]),
                    UUID.fromString(parts[2])));
      } catch (DateTimeException | IllegalArgumentException notAPlace) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return later + "." + date + "." + id;
    }
  }
}
