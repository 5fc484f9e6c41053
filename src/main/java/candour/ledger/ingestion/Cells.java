package candour.ledger.ingestion;

import static java.util.Objects.requireNonNull;

import candour.ledger.FileProblem.Kind;
import candour.ledger.entries.Column;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of one line, read as what their columns hold. */
final class Cells {

  /** Nothing in the ledger is older than the records it is about. */
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  private static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\u202a-\u202e\u2066-\u2069]");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final Map<Column, String> cells = new EnumMap<>(Column.class);
  private final LocalDate today;

  /**
   * @param today in London
   */
  Cells(List<String> cells, LocalDate today) throws Malformed {
    if (cells.size() != Column.values().length) {
      throw new Malformed(
          Kind.CELL_COUNT, "" + cells.size(), Integer.toString(Column.values().length));
    }
    this.today = today;
    var next = cells.iterator();
    for (var column : Column.values()) {
      this.cells.put(column, next.next().strip());
      check(column);
    }
  }

  private void check(Column column) throws Malformed {
    var text = text(column);
    if (text.chars().filter(it -> it == '"').count() % 2 == 1) {
      throw new Malformed(Kind.QUOTES);
    }
    if (HIDDEN.matcher(text).find()) {
      throw new Malformed(Kind.HIDDEN_CHARACTER, column.header());
    }
    if (text.codePointCount(0, text.length()) > column.longest()) {
      throw new Malformed(Kind.TOO_LONG, column.header(), Integer.toString(column.longest()));
    }
  }

  /** The cell as it stands; perhaps blank. */
  String text(Column column) {
    return requireNonNull(cells.get(column));
  }

  String required(Column column) throws Malformed {
    if (text(column).isEmpty()) {
      throw new Malformed(Kind.MISSING, column.header());
    }
    return text(column);
  }

  <T extends Enum<T>> T word(Column column, Class<T> vocabulary) throws Malformed {
    return word(column, required(column), vocabulary);
  }

  <T extends Enum<T>> @Nullable T wordIfAny(Column column, Class<T> vocabulary) throws Malformed {
    return text(column).isEmpty() ? null : word(column, text(column), vocabulary);
  }

  static <T extends Enum<T>> T word(Column column, String word, Class<T> vocabulary)
      throws Malformed {
    for (var known : vocabulary.getEnumConstants()) {
      if (known.name().equals(word)) {
        return known;
      }
    }
    throw new Malformed(Kind.UNKNOWN_WORD, column.header(), word);
  }

  LocalDate day(Column column) throws Malformed {
    var text = required(column);
    var day = parse(column, text);
    if (day.isAfter(today)) {
      throw new Malformed(Kind.FUTURE, column.header(), text);
    }
    if (day.isBefore(EARLIEST)) {
      throw new Malformed(Kind.TOO_EARLY, column.header(), text);
    }
    return day;
  }

  /** Refuses a cell that says something the outcome leaves no room for. */
  void blank(Column column) throws Malformed {
    if (!text(column).isEmpty()) {
      throw new Malformed(Kind.NOT_WANTED, column.header(), text(Column.OUTCOME));
    }
  }

  private static LocalDate parse(Column column, String text) throws Malformed {
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException noSuchDay) {
      // Said below, as for anything else that is no date.
    }
    throw new Malformed(Kind.NOT_A_DATE, column.header(), text);
  }
}
