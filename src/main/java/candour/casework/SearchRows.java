package candour.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/** Reads searches, record systems and destroyed classes. */
final class SearchRows {

  private SearchRows() {}

  static SearchCertificate certificate(ResultSet row, int number) throws SQLException {
    return new SearchCertificate(
        row.getObject("search_id", UUID.class),
        system(row, number),
        row.getString("terms"),
        row.getString("period_from"),
        row.getString("period_to"),
        result(row),
        row.getString("notes"),
        row.getString("officer_name"),
        row.getObject("searched_on", LocalDate.class));
  }

  private static SearchResult result(ResultSet row) throws SQLException {
    return switch (row.getString("result")) {
      case "FOUND" -> new SearchResult.Found(row.getInt("found"));
      case "NO_INFORMATION_HELD" -> new SearchResult.NoInformationHeld();
      case "NEVER_HELD" -> new SearchResult.NeverHeld();
      case "DESTROYED_UNDER_POLICY" ->
          new SearchResult.DestroyedUnderPolicy(destroyedClass(row, 0));
      case String other -> throw new IllegalStateException("No result is called " + other);
    };
  }

  static RecordSystem system(ResultSet row, int number) throws SQLException {
    return new RecordSystem(
        row.getString("system_id"),
        row.getString("name_en"),
        row.getString("name_cy"),
        row.getString("holds_en"),
        row.getString("holds_cy"));
  }

  static DestroyedClass destroyedClass(ResultSet row, int number) throws SQLException {
    return new DestroyedClass(
        row.getString("class_id"),
        row.getString("class_system"),
        row.getString("class_en"),
        row.getString("class_cy"),
        row.getString("destroyed_en"),
        row.getString("destroyed_cy"),
        row.getString("authority_en"),
        row.getString("authority_cy"));
  }
}
