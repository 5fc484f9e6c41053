package candour.audit.log;

import candour.audit.log.PublishedLog.Signed;
import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.ConsistencyProof;
import candour.audit.merkle.NotProven;
import candour.audit.merkle.SignedNote;
import candour.audit.merkle.WholeFile;
import candour.platform.Days;
import candour.platform.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The log as files in the portal's home, night after night: full volumes, which are written once,
 * and for each night what is behind them. So a night costs no more however long the log is, and
 * what was archived stays as it was, whatever becomes of the database.
 */
@Component
class Archive {

  /** A file that is whole. */
  record Stored(String name, Path path, long bytes) {}

  private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
  private static final Pattern NIGHT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d\\.zip");
  private static final Pattern VOLUME = Pattern.compile("volume-\\d{3,}\\.zip");

  private final Path folder;
  private final PublishedLog log;
  private final LogKey key;
  private final Days days;
  private final int nights;
  private final Volumes volumes;

  @Autowired
  Archive(
      Home home,
      PublishedLog log,
      LogKey key,
      Days days,
      @Value("${candour.log.archived-nights}") int nights) {
    this(home, log, key, days, nights, Volumes.OF_65_536);
  }

  Archive(Home home, PublishedLog log, LogKey key, Days days, int nights, Volumes volumes) {
    this.folder = home.folder("log/archive");
    this.log = log;
    this.key = key;
    this.days = days;
    this.nights = nights;
    this.volumes = volumes;
  }

  /** Writes what this night is to have and has not; after a crash, what was not yet whole. */
  void run() {
    log.latest().ifPresent(this::write);
  }

  void write(Signed signed) {
    try {
      remove(stored(name -> name.endsWith(WholeFile.DRAFT)));
      requireExtension(signed);
      var full = signed.checkpoint().size() / volumes.entries();
      for (var volume = 0L; volume < full; volume++) {
        writeVolume(signed, volume);
      }
      writeOnce(days.today() + ".zip", out -> Export.write(log, signed, vkey(), behind(full), out));
      var kept = nights();
      remove(kept.subList(Math.min(nights, kept.size()), kept.size()));
    } catch (NotProven e) {
      LOG.error("ALARM: the decision log is not what was archived: {}", e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("The decision log cannot be archived", e);
    }
  }

  private String vkey() {
    return key.verifier().vkey();
  }

  private IntToLongFunction behind(long full) {
    return level -> volumes.tiles(level, full);
  }

  private void writeVolume(Signed signed, long volume) throws IOException {
    writeOnce(
        "volume-%03d.zip".formatted(volume),
        out -> Export.volume(log, signed, volumes.in(volume), out));
  }

  private void writeOnce(String name, WholeFile.Content content) throws IOException {
    var file = folder.resolve(name);
    if (Files.notExists(file)) {
      WholeFile.write(file, content);
    }
  }

  /** A database that has forgotten or changed what was archived is not archived over it. */
  private void requireExtension(Signed signed) throws IOException {
    var nights = nights();
    if (!nights.isEmpty()) {
      var old = checkpoint(nights.getFirst());
      if (old.size() > signed.checkpoint().size()) {
        throw new NotProven(
            "%d entries have been archived, but there are only %d"
                .formatted(old.size(), signed.checkpoint().size()));
      }
      var proof = log.request(old.size(), signed).proof();
      new ConsistencyProof(old.size(), signed.checkpoint().size(), proof)
          .check(old.root(), signed.checkpoint().root());
    }
  }

  private Checkpoint checkpoint(Stored night) throws IOException {
    try (var zip = new ZipFile(night.path().toFile());
        var note = zip.getInputStream(zip.getEntry("checkpoint"))) {
      return key.open(SignedNote.parse(new String(note.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  /** How many entries a volume has. */
  long volumeEntries() {
    return volumes.entries();
  }

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

  private List<Stored> stored(Predicate<String> which) {
    try (var files = Files.list(folder)) {
      return files
          .filter(path -> which.test(path.getFileName().toString()))
          .sorted()
          .map(path -> new Stored(path.getFileName().toString(), path, path.toFile().length()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The archive of the decision log cannot be read", e);
    }
  }

  private static void remove(List<Stored> files) throws IOException {
    for (var file : files) {
      Files.deleteIfExists(file.path());
    }
  }
}
