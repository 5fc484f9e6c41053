package candour.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import candour.audit.log.PublishedLog.Signed;
import candour.audit.merkle.Tile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes one signed checkpoint, everything under it, and the program that checks it, as a zip. */
final class Export {

  private final PublishedLog log;
  private final Signed signed;
  private final ZipOutputStream zip;

  private Export(PublishedLog log, Signed signed, ZipOutputStream zip) {
    this.log = log;
    this.signed = signed;
    this.zip = zip;
  }

  static void write(PublishedLog log, Signed signed, String vkey, OutputStream out)
      throws IOException {
    try (var zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      var export = new Export(log, signed, zip);
      export.add("vkey", (vkey + "\n").getBytes(UTF_8));
      export.add("checkpoint", signed.note().toString().getBytes(UTF_8));
      export.add("tallies.jsonl", export.tallies().getBytes(UTF_8));
      export.add("VerifyLog.java", resource("VerifyLog.java"));
      export.tiles();
    }
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

  private void tiles() throws IOException {
    var parts = signed.checkpoint().size();
    level(Tile.ENTRIES, parts);
    for (var level = 0; parts > 0; level++) {
      level(level, parts);
      parts /= Tile.FULL;
    }
  }

  private void level(int level, long parts) throws IOException {
    for (long index = 0; index * Tile.FULL < parts; index++) {
      var width = (int) Math.min(Tile.FULL, parts - index * Tile.FULL);
      var tile = new Tile(level, index, width);
      add(tile.path(), log.tile(tile, signed));
    }
  }
}
