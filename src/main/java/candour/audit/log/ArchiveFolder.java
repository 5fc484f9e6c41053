package candour.audit.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Where a log, this one or one that ended, is archived. */
record ArchiveFolder(Path path) {

  /** A file that is whole. */
  record Stored(String name, Path path, long bytes) {}

  private static final Pattern NIGHT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d\\.zip");
  private static final Pattern VOLUME = Pattern.compile("volume-\\d{3,}\\.zip");

  /** One file for each night that is kept, the newest first. */
  List<Stored> nights() {
    return stored(NIGHT.asMatchPredicate()).reversed();
  }

  /** Every volume, the first one first. */
  List<Stored> volumes() {
    return stored(VOLUME.asMatchPredicate());
  }

  /** The night or volume of that name. */
  Optional<Stored> named(String name) {
    return stored(NIGHT.asMatchPredicate().or(VOLUME.asMatchPredicate())).stream()
        .filter(each -> each.name().equals(name))
        .findFirst();
  }

  /** Whatever is there and has such a name. */
  List<Stored> stored(Predicate<String> which) {
    try (var files = Files.list(path)) {
      return files
          .filter(file -> which.test(file.getFileName().toString()))
          .sorted()
          .map(file -> new Stored(file.getFileName().toString(), file, file.toFile().length()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The archive of the decision log cannot be read", e);
    }
  }
}
