package candour.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/** Reads a date from the columns that hold as much of it as was given. */
final class DateColumns {

  private DateColumns() {}

  /** The date in the columns of that prefix, or these words where there is none. */
  static PartialDate read(ResultSet row, String prefix, String otherwise) throws SQLException {
    var year = number(row, prefix + "year");
    var month = number(row, prefix + "month");
    return year == null
        ? PartialDate.unknown(otherwise)
        : new PartialDate(
            year,
            month == null ? null : Month.of(month),
            number(row, prefix + "day"),
            row.getBoolean(prefix + "approximate"),
            null);
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    var number = row.getInt(column);
    return row.wasNull() ? null : Integer.valueOf(number);
  }
}
