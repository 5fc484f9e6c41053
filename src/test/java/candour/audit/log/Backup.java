package candour.audit.log;

import candour.platform.Home;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;

/**
 * A true backup of a database that runs, as its administrator takes it (PostgreSQL 18, section
 * 25.3.3), and what else a home holds, for a portal that starts from both.
 */
record Backup(Path home) {

  private static final Set<String> NOT_BACKED_UP =
      Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

  /** The database as it is now. */
  static Backup ofDatabase(Home home, HikariDataSource pool, Path to)
      throws IOException, SQLException {
    var data = home.path().resolve("postgres-data");
    var copy = to.resolve("postgres-data");
    var url = pool.getJdbcUrl().replaceFirst("/[^/]*$", "/postgres");
    try (var connection =
            DriverManager.getConnection(url, "postgres", home.secret("postgres-superuser"));
        var statement = connection.createStatement()) {
      statement.execute("select pg_backup_start('rehearsal', true)");
      copy(data, copy);
      try (var stopped = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
        stopped.next();
        Files.writeString(copy.resolve("backup_label"), stopped.getString(1));
      }
      copy(data.resolve("pg_wal"), copy.resolve("pg_wal"));
    }
    return new Backup(to);
  }

  /** The rest of the home as it is now, which knows more than the database of the backup. */
  Backup withRestOf(Home home) throws IOException {
    for (var folder : Set.of("secrets", "log")) {
      copy(home.path().resolve(folder), this.home.resolve(folder));
    }
    return this;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            var copy = Files.createDirectories(to.resolve(from.relativize(folder)));
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var name = file.getFileName().toString();
            if (!NOT_BACKED_UP.contains(name)) {
              copyFile(file, to.resolve(from.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
  }

  /** What the server removes meanwhile is of no use to the backup. */
  private static void copyFile(Path file, Path to) {
    try {
      Files.write(to, Files.readAllBytes(file));
      Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
    } catch (NoSuchFileException e) {
      // removed since
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
