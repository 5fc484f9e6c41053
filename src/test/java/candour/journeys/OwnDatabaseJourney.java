package candour.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.support.Browser;
import candour.support.Races;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The portal on a PostgreSQL of one's own, without the demo: no account but the first
 * administrator's, and no start on a database that could lose what it acknowledged. {@code .ci/run}
 * starts that PostgreSQL.
 */
@EnabledIfEnvironmentVariable(
    named = "CANDOUR_TEST_POSTGRES",
    matches = "jdbc:.+",
    disabledReason =
        "No PostgreSQL of one's own: .ci/run starts one and sets CANDOUR_TEST_POSTGRES")
class OwnDatabaseJourney {

  @TempDir Path folder;

  @Test
  void runs_on_ones_own_database_and_refuses_an_unsafe_one() throws Exception {
    var home = folder.resolve("home");
    var nodes = Races.atOnce(2, () -> start(home));
    try (var portal = nodes.getFirst();
        var other = nodes.getLast()) {
      assertThat(other.output()).contains("administrator");
      assertThat(portal.output()).contains("administrator").doesNotContain("/demo/mailbox");
      var browser = new Browser(portal.port());
      assertThat(browser.get("/").status()).isEqualTo(200);
      assertThat(browser.get("/demo/mailbox").status()).isEqualTo(404);
      assertThat(browser.get("/staff/worklist").path()).startsWith("/staff/sign-in");
      assertThat(asOwner("select count(*) from platform.account")).isEqualTo("1");
      assertThat(
              asOwner(
                  "select rolsuper or rolbypassrls from pg_roles where rolname = 'candour_app'"))
          .isEqualTo("f");
    }
    try (var again = start(home)) {
      assertThat(again.output()).contains("administrator");
    }
    asOwner("alter database candour set synchronous_commit = off");
    try {
      assertThatThrownBy(() -> start(home).close())
          .hasMessageContaining("synchronous_commit is off");
    } finally {
      asOwner("alter database candour reset synchronous_commit");
    }
  }

  private static Started start(Path home) throws IOException, InterruptedException {
    return Started.in(
        home,
        "administrator",
        "--spring.datasource.url=" + url(),
        "--spring.datasource.username=department_owner",
        "--spring.datasource.password=owner",
        "--server.servlet.session.cookie.name=candour",
        "--server.servlet.session.cookie.secure=false");
  }

  private static String asOwner(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url(), "department_owner", "owner");
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (var row = statement.getResultSet()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static String url() {
    return System.getenv("CANDOUR_TEST_POSTGRES");
  }
}
