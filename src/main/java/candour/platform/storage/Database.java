package candour.platform.storage;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Where the database is, and as whom each part of the portal connects.
 *
 * @param owner owns the schemas and migrates them
 * @param app runs the portal; sees what row-level security shows it
 * @param report reads facts without persons, for the committee
 * @param sequencer gives log entries their places
 */
record Database(String url, Login owner, Login app, Login report, Login sequencer) {

  record Login(String username, String password) {
    @Override
    public String toString() {
      return username;
    }
  }

  JdbcConnectionDetails as(Login login) {
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return login.username();
      }

      @Override
      public String getPassword() {
        return login.password();
      }

      @Override
      public String getJdbcUrl() {
        return url;
      }
    };
  }
}
