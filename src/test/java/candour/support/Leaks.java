package candour.support;

import candour.platform.Home;
import candour.support.Invariants.Broken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What of a person can be found outside the database: in the portal's log, in addresses, in files
 * of its home. What is sealed and whose is for SQL to say.
 */
@Component
class Leaks {

  /** Keys, what the log keeps outside the database, and its archive. */
  private static final Pattern BELONGS =
      Pattern.compile(
          "portal\\.lock|secrets/[a-z0-9.-]+|log(-\\d+)?/(checkpoint|stopped)"
              + "|log(-\\d+)?/archive/[a-z0-9-]+\\.zip");

  /** The embedded database and its program, which keep their folders in their own ways. */
  private static final Set<String> SERVERS = Set.of("postgres-data", "postgres-program");

  /** What the demo hands out instead of a post office; no installation for real use has it. */
  private static final Pattern DEMO = Pattern.compile("demo-mailbox/.*");

  private final Home home;
  private final Overheard overheard;

  Leaks(Home home, Overheard overheard) {
    this.home = home;
    this.overheard = overheard;
  }

  /** All of it. */
  List<Broken> all(JdbcClient jdbc) {
    var all = new ArrayList<>(words(jdbc));
    all.addAll(strangers());
    return all;
  }

  /** Words by which a person can be known. */
  private record Known(UUID caseId, String words) {}

  /** Names and ways to reach somebody, which the log, an address or a file gives away. */
  private List<Broken> words(JdbcClient jdbc) {
    var broken = new ArrayList<Broken>();
    for (var known : known(jdbc)) {
      tell(broken, known, "the portal's log", overheard::isLogged);
      tell(broken, known, "an address", overheard::isAddressed);
      tell(broken, known, "a file of the portal's home", this::isOnDisk);
    }
    return broken;
  }

  private static void tell(
      List<Broken> broken, Known known, String place, Predicate<String> isThere) {
    if (isThere.test(known.words())) {
      broken.add(new Broken("I12", known.caseId(), "names a person in " + place));
    }
  }

  /** Shorter words than seven letters stand anywhere by chance. */
  private static List<Known> known(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select distinct r.case_id, words from casework.request r
            join identity.data_subject s using (subject_id)
            left join identity.requester q using (requester_id)
            cross join lateral unnest(array[s.full_name, s.other_names, q.email, q.phone,
              split_part(q.postal_address, E'\n', 1)]) as words
            where char_length(trim(words)) > 6
            """)
        .query((row, _) -> new Known(row.getObject(1, UUID.class), row.getString(2).strip()))
        .list();
  }

  private boolean isOnDisk(String words) {
    return files()
        .filter(file -> !DEMO.matcher(file).matches())
        .anyMatch(file -> holds(file, words));
  }

  /** Files that nothing of the portal keeps there, such as one that was never sealed. */
  private List<Broken> strangers() {
    return files()
        .filter(file -> !BELONGS.matcher(file).matches() && !DEMO.matcher(file).matches())
        .map(file -> new Broken("I10", null, "nobody's file is in the portal's home: " + file))
        .toList();
  }

  /** Every file by its path from the home, but those of the server's own folders. */
  private Stream<String> files() {
    var root = home.path();
    var found = new ArrayList<String>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return SERVERS.contains(root.relativize(folder).toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              found.add(root.relativize(file).toString());
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.stream();
  }

  private boolean holds(String file, String words) {
    try {
      var bytes = Files.readAllBytes(home.path().resolve(file));
      return new String(bytes, StandardCharsets.UTF_8).contains(words);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
