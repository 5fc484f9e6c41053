package candour.bench;

import static org.assertj.core.api.Assertions.assertThat;

import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.Hash;
import candour.audit.merkle.Leaf;
import candour.audit.merkle.SecondOpinion;
import candour.audit.merkle.SignedNote;
import candour.audit.merkle.SigningKey;
import candour.audit.merkle.Tile;
import candour.audit.merkle.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast the tree grows, is signed, and is verified by the published program, without a database:
 *
 * <pre>mvn -Pbench test -Dtest=LogBenchmark</pre>
 *
 * A missed goal is printed, and fails nothing.
 */
class LogBenchmark {

  private static final int MILLION = 1_000_000;
  private static final int BATCH = 1_024;

  @TempDir Path folder;

  private final SigningKey key = SigningKey.generate("candour.example/log");
  private final Report report = new Report();
  private final Random random = new Random(7);

  @Test
  void a_million_entries_are_placed_signed_and_verified() throws Exception {
    Map<Tile, byte[]> tiles = new HashMap<>();
    var tree = new Tree(0, tile -> stored(tiles, tile));
    var started = System.nanoTime();
    var note = grow(tiles, tree, 10_000);
    var few = new Tree(10_000, tree.tiles());
    while (size(note) < MILLION) {
      note = grow(tiles, new Tree(size(note), tree.tiles()), BATCH);
    }
    var seconds = (System.nanoTime() - started) / 1e9;
    report.add(
        "placed, read a second time and signed, in memory: %,.0f a second (goal: more than 5,000): %s",
        size(note) / seconds, size(note) / seconds > 5_000 ? "ok" : "MISSED");
    var many = new Tree(size(note), tree.tiles());
    var small = proofs(few);
    var large = proofs(many);
    report.add(
        "a proof without a database, among 10,000: %.1f µs; among %,d: %.1f µs; %.2f times",
        small, many.size(), large, large / small);
    export(tiles, note);
    verify();
    System.out.println(report);
  }

  private SignedNote grow(Map<Tile, byte[]> tiles, Tree tree, int entries) {
    List<byte[]> leaves = new ArrayList<>();
    for (var i = 0; i < entries; i++) {
      leaves.add(leaf());
    }
    var growth = tree.append(leaves);
    tiles.putAll(growth.tiles());
    var grown = new Tree(growth.tree().size(), tree.tiles());
    var root = SecondOpinion.confirm(grown, tree.size(), tree.root());
    return new Checkpoint(key.verifier().name(), grown.size(), root).sign(key);
  }

  private byte[] leaf() {
    var commitment = new byte[Hash.LENGTH];
    random.nextBytes(commitment);
    var day = LocalDate.of(2026, 1, 1);
    return new Leaf("request.received", null, day, "2026-11", null, Hash.of(commitment)).bytes();
  }

  private static long size(SignedNote note) {
    return Checkpoint.parse(note.text()).size();
  }

  /** A narrower tile is the beginning of a wider one. */
  private static byte[] stored(Map<Tile, byte[]> tiles, Tile tile) {
    for (var width = tile.width(); width <= Tile.FULL; width++) {
      var bytes = tiles.get(new Tile(tile.level(), tile.index(), width));
      if (bytes != null && (tile.level() != Tile.ENTRIES || width == tile.width())) {
        return tile.level() == Tile.ENTRIES
            ? bytes
            : Arrays.copyOf(bytes, tile.width() * Hash.LENGTH);
      }
    }
    throw new IllegalStateException("there is no " + tile);
  }

  /** Microseconds for one proof. */
  private double proofs(Tree tree) {
    var best = Double.MAX_VALUE;
    for (var round = 0; round < 5; round++) {
      var started = System.nanoTime();
      for (var i = 0; i < 1_000; i++) {
        tree.proveInclusion(random.nextLong(tree.size()));
      }
      best = Math.min(best, (System.nanoTime() - started) / 1e6);
    }
    return best;
  }

  private void export(Map<Tile, byte[]> tiles, SignedNote note) throws IOException {
    Files.writeString(folder.resolve("vkey"), key.verifier().vkey() + "\n");
    Files.writeString(folder.resolve("checkpoint"), note.toString());
    Files.writeString(folder.resolve("tallies.jsonl"), "");
    tiles.forEach((tile, bytes) -> {
      var path = folder.resolve(tile.path());
      try {
        Files.createDirectories(path.getParent());
        Files.write(path, bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private void verify() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var source = "src/main/resources/log/VerifyLog.java";
    for (var round = 0; round < 3; round++) {
      var started = System.nanoTime();
      var process =
          new ProcessBuilder(java, source, folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("words").toFile())
              .start();
      assertThat(process.waitFor()).as(Files.readString(folder.resolve("words"))).isZero();
      var seconds = (System.nanoTime() - started) / 1e9;
      report.add(
          "java VerifyLog.java on a million entries: %.1f s (goal: under 10): %s",
          seconds, seconds < 10 ? "ok" : "MISSED");
    }
  }
}
