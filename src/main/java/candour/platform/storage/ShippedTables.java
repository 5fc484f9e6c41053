package candour.platform.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables whose rows come with the portal, each with one digest of them all. What was shipped is
 * a file beside this class, where nobody reaches it who can only change the database.
 */
final class ShippedTables {

  static final Map<String, String> SHIPPED = shipped();

  private ShippedTables() {}

  /** Those that the database has otherwise than they were shipped, not at all, or beyond them. */
  static Stream<String> changed(JdbcClient database) {
    var found = in(database);
    var tables = new TreeSet<>(SHIPPED.keySet());
    tables.addAll(found.keySet());
    return tables.stream().filter(table -> !Objects.equals(SHIPPED.get(table), found.get(table)));
  }

  /** Those that the database has, as they are now. */
  static Map<String, String> in(JdbcClient database) {
    return database
        .sql("select relation, digest from common.shipped_tables()")
        .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<String, String> shipped() {
    var file =
        Objects.requireNonNull(ShippedTables.class.getResourceAsStream("shipped-tables.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.split(" ", 2))
          .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
