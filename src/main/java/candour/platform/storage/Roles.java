package candour.platform.storage;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Makes the roles that the portal connects as; names are fixed, passwords are this installation's
 * own.
 */
final class Roles {

  private Roles() {}

  /**
   * Creates the role if it is missing, and sets its password: never a superuser, never beyond
   * row-level security.
   */
  static void ensure(Connection connection, String role, String password, String privileges)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      boolean found;
      try (var roles =
          statement.executeQuery("select from pg_roles where rolname = '%s'".formatted(role))) {
        found = roles.next();
      }
      statement.execute(
          "%s role %s login password '%s' %s"
              .formatted(
                  found ? "alter" : "create", role, password.replace("'", "''"), privileges));
    }
  }
}
