package candour.platform.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * Makes the roles that the portal connects as; names are fixed, passwords are this installation's
 * own.
 */
final class Roles {

  private Roles() {}

  /**
   * Creates the role if it is missing, and sets its password, of which the server and its log see a
   * salted hash only (SCRAM, RFC 7677): never a superuser, never beyond row-level security.
   */
  static void ensure(Connection connection, String role, String password, String privileges)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "%s role %s login %s"
              .formatted(exists(statement, role) ? "alter" : "create", role, privileges));
    }
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(role, password.toCharArray(), "scram-sha-256");
  }

  private static boolean exists(Statement statement, String role) throws SQLException {
    try (var roles =
        statement.executeQuery("select from pg_roles where rolname = '%s'".formatted(role))) {
      return roles.next();
    }
  }
}
