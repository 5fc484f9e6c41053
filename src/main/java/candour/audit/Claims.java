package candour.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What entries say about rows, in the order of the entries, against the rows that there are. A row
 * is known by its table and its digest.
 */
final class Claims {

  private static final class Claim {

    private final String entry;
    private int rows;
    private boolean stands;

    private Claim(String entry) {
      this.entry = entry;
    }
  }

  private final Map<String, Claim> claims = new LinkedHashMap<>();

  /**
   * An entry says what its transaction did to a row.
   *
   * @param line {@code +} or {@code -}, table, space, digest; see {@code common.rows_to_log}. With
   *     {@code =} the row is there once from now on, whatever other entries say of it: so an
   *     erasure speaks of the rows that it leaves
   */
  void say(String entry, String line) {
    var claim = claims.computeIfAbsent(line.substring(1), _ -> new Claim(entry));
    switch (line.charAt(0)) {
      case '+' -> claim.rows++;
      case '=' -> claim.stands = true;
      default -> claim.rows--;
    }
    if (claim.stands) {
      claim.rows = 1;
    }
  }

  /**
   * There is such a row.
   *
   * @return whether an entry says so
   */
  boolean find(String table, String digest) {
    var claim = claims.get(table + " " + digest);
    if (claim == null || claim.rows <= 0) {
      return false;
    }
    claim.rows--;
    return true;
  }

  /** An entry that speaks of a row which is not there. */
  record Unmet(String entry, String table) {}

  /** The first such entry. */
  Optional<Unmet> unmet() {
    return claims.entrySet().stream()
        .filter(claim -> claim.getValue().rows > 0)
        .findFirst()
        .map(claim -> new Unmet(claim.getValue().entry, table(claim.getKey())));
  }

  private static String table(String row) {
    return row.substring(0, row.indexOf(' '));
  }
}
