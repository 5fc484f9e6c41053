package candour.audit.log;

import candour.audit.log.ArchiveFolder.Stored;
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
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
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

  private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

  private final Home home;
  private final Lineage lineage;
  private final ArchiveFolder folder;
  private final PublishedLog log;
  private final LogKey key;
  private final Days days;
  private final int nights;
  private final Volumes volumes;

  @Autowired
  Archive(
      Home home,
      Lineage lineage,
      PublishedLog log,
      LogKey key,
      Days days,
      @Value("${candour.log.archived-nights}") int nights) {
    this(home, lineage, log, key, days, nights, Volumes.OF_65_536);
  }

  Archive(
      Home home,
      Lineage lineage,
      PublishedLog log,
      LogKey key,
      Days days,
      int nights,
      Volumes volumes) {
    this.home = home;
    this.lineage = lineage;
    this.folder = folder(lineage.files());
    this.log = log;
    this.key = key;
    this.days = days;
    this.nights = nights;
    this.volumes = volumes;
  }

  /** Writes what this night is to have and has not; after a crash, what was not yet whole. */
  void run() {
    log.own().ifPresent(this::write);
  }

  void write(Signed signed) {
    try {
      remove(folder.stored(name -> name.endsWith(WholeFile.DRAFT)));
      requireExtension(signed);
      var full = signed.checkpoint().size() / volumes.entries();
      for (var volume = 0L; volume < full; volume++) {
        writeVolume(signed, volume);
      }
      writeOnce(days.today() + ".zip", out -> Export.write(log, signed, vkey(), behind(full), out));
      var kept = folder.nights();
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
    var file = folder.path().resolve(name);
    if (Files.notExists(file)) {
      WholeFile.write(file, content);
    }
  }

  /** A database that has forgotten or changed what was archived is not archived over it. */
  private void requireExtension(Signed signed) throws IOException {
    var nights = folder.nights();
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

  ArchiveFolder folder() {
    return folder;
  }

  /** The archives of the logs that ended before this one, the first one first. */
  List<ArchiveFolder> ended() {
    return IntStream.range(0, lineage.predecessors().size())
        .mapToObj(log -> folder(Lineage.files(log)))
        .toList();
  }

  private ArchiveFolder folder(String files) {
    return new ArchiveFolder(home.folder(files + "/archive"));
  }

  private static void remove(List<Stored> files) throws IOException {
    for (var file : files) {
      Files.deleteIfExists(file.path());
    }
  }
}
