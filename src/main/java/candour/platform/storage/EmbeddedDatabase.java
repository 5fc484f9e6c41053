package candour.platform.storage;

import candour.platform.Home;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that the portal starts and stops by itself. It is as durable as any other:
 * fsync, synchronous commits, password sign-in, loopback only; and it starts again after either of
 * the two was killed.
 */
class EmbeddedDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String SUPERUSER = "postgres";

  private final EmbeddedPostgres server;
  private final String superuserPassword;

  private EmbeddedDatabase(EmbeddedPostgres server, String superuserPassword) {
    this.server = server;
    this.superuserPassword = superuserPassword;
  }

  static EmbeddedDatabase start(Home home) {
    home.claim();
    var data = home.folder("postgres-data");
    stopLeftOver(data);
    var password = home.secret("postgres-superuser");
    try {
      var database = new EmbeddedDatabase(builder(home, data, password).start(), password);
      database.createDatabase(home.secret("postgres-owner"));
      return database;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(
          "The embedded PostgreSQL did not start. If this runs as root in a container that forbids unshare, run it as"
              + " an ordinary user, or set spring.datasource.url to a database of your own.",
          e);
    }
  }

  private static EmbeddedPostgres.Builder builder(Home home, Path data, String password)
      throws IOException {
    System.setProperty("ot.epg.working-dir", home.folder("postgres-program").toString());
    var passwordFile = home.path().resolve("secrets").resolve("postgres-superuser");
    // The library's defaults are for tests; these are for keeping data.
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(Duration.ofSeconds(60))
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", passwordFile.toString())
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setLocaleConfig("locale", "C.UTF-8")
        .setConnectConfig("password", password)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "''")
        .setServerConfig("max_connections", "60")
        .setServerConfig("log_error_verbosity", "terse")
        .setServerConfig("log_min_error_statement", "panic");
  }

  private void createDatabase(String ownerPassword) throws SQLException {
    var url = server.getJdbcUrl(SUPERUSER, "postgres");
    try (var connection = DriverManager.getConnection(url, SUPERUSER, superuserPassword)) {
      Roles.ensure(connection, "candour_owner", ownerPassword, "createrole");
      try (var statement = connection.createStatement();
          var found = statement.executeQuery("select from pg_database where datname = 'candour'")) {
        if (!found.next()) {
          statement.execute("create database candour owner candour_owner");
        }
      }
    }
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:%d/candour".formatted(server.getPort());
  }

  /**
   * After a kill of the portal its server lives on, and would keep a new one from starting. Its
   * number may have passed to another process since, even to another's server.
   */
  private static void stopLeftOver(Path data) {
    var pidFile = data.resolve("postmaster.pid");
    if (Files.notExists(pidFile)) {
      return;
    }
    try (var lines = Files.lines(pidFile)) {
      lines
          .findFirst()
          .map(String::strip)
          .filter(pid -> pid.matches("\\d{1,18}"))
          .map(Long::valueOf)
          .flatMap(ProcessHandle::of)
          .filter(process -> serves(process, data))
          .ifPresent(EmbeddedDatabase::stop);
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether this process is a server of that folder. */
  static boolean serves(ProcessHandle process, Path data) {
    var info = process.info();
    return info.command().filter(program -> program.endsWith("/postgres")).isPresent()
        && info.arguments().filter(given -> List.of(given).contains(data.toString())).isPresent();
  }

  private static void stop(ProcessHandle postgres) {
    LOG.info("Stopping the database server that an earlier run left behind");
    postgres.destroy();
    var stopped = postgres.onExit().completeOnTimeout(postgres, 20, TimeUnit.SECONDS).join();
    if (stopped.isAlive()) {
      stopped.destroyForcibly();
      var _ = stopped.onExit().completeOnTimeout(postgres, 10, TimeUnit.SECONDS).join();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
