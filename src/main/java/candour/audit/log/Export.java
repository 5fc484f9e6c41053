package candour.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import candour.audit.log.PublishedLog.Signed;
import candour.audit.merkle.Tile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a signed checkpoint, what is under it, and the program that checks it, as a zip. */
final class Export {

  private final PublishedLog log;
  private final Signed signed;
  private final ZipOutputStream zip;

  private Export(PublishedLog log, Signed signed, OutputStream out) {
    this.log = log;
    this.signed = signed;
    this.zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.BEST_SPEED);
  }

  /** Writes everything. */
  static void write(PublishedLog log, Signed signed, String vkey, OutputStream out)
      throws IOException {
    write(log, signed, vkey, _ -> 0, out);
  }

  /**
   * Writes everything but the tiles that earlier volumes hold.
   *
   * @param volumes how many tiles of a level those are
   */
  static void write(
      PublishedLog log, Signed signed, String vkey, IntToLongFunction volumes, OutputStream out)
      throws IOException {
    var export = new Export(log, signed, out);
    export.add("vkey", (vkey + "\n").getBytes(UTF_8));
    export.add("checkpoint", signed.note().toString().getBytes(UTF_8));
    export.add("tallies.jsonl", export.tallies().getBytes(UTF_8));
    export.add("VerifyLog.java", resource("VerifyLog.java"));
    export.tiles(volumes);
    export.zip.finish();
  }

  /** Writes the tiles of one volume. */
  static void volume(PublishedLog log, Signed signed, Stream<Tile> volume, OutputStream out)
      throws IOException {
    var export = new Export(log, signed, out);
    for (var tile : (Iterable<Tile>) volume::iterator) {
      export.add(tile);
    }
    export.zip.finish();
  }

  /** What is published with the log, as it stands in the source. */
  static byte[] resource(String name) throws IOException {
    try (InputStream source = Export.class.getResourceAsStream("/log/" + name)) {
      if (source == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return source.readAllBytes();
    }
  }

  private void add(String name, byte[] content) throws IOException {
    var entry = new ZipEntry(name);
    entry.setLastModifiedTime(FileTime.from(signed.at()));
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private String tallies() {
    return log.opened(signed.checkpoint().size()).stream()
        .map(opening -> opening + "\n")
        .collect(Collectors.joining());
  }

  private void add(Tile tile) throws IOException {
    add(tile.path(), log.tile(tile, signed));
  }

  private void tiles(IntToLongFunction first) throws IOException {
    var parts = signed.checkpoint().size();
    level(Tile.ENTRIES, first, parts);
    for (var level = 0; parts > 0; level++) {
      level(level, first, parts);
      parts /= Tile.FULL;
    }
  }

  private void level(int level, IntToLongFunction first, long parts) throws IOException {
    for (var index = first.applyAsLong(level); index * Tile.FULL < parts; index++) {
      add(new Tile(level, index, (int) Math.min(Tile.FULL, parts - index * Tile.FULL)));
    }
  }
}
