package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.tools.ToolProvider;

/**
 * An export of a log in a folder, with a key of its own, and the published verifier to run on it.
 */
record ExportedLog(Path folder) {

  static final SecureRandom RANDOM = new SecureRandom();
  static final SigningKey KEY = SigningKey.generate("candour.example/log");
  static final String VKEY = KEY.verifier().vkey();
  static final Opening OPENING =
      Opening.seal(Map.of("ground", "crime", "provision", "uk-gdpr-15-1-3"), RANDOM);
  static final Opening TALLY = tally(1);

  /** The reviewed words of every twentieth entry, which is an approval. */
  static final Map<Integer, Opening> SUMMARIES = summaries();

  static final List<byte[]> ENTRIES = entries();
  static final Tree TREE = Tree.of(ENTRIES);

  static final Path SOURCE = Path.of("src/main/resources/log/VerifyLog.java");

  private static final Path COMPILED = compiled();

  /** How the verifier ended, and what it said. */
  record Result(int code, String words) {}

  static ExportedLog in(Path folder) throws IOException {
    var log = new ExportedLog(folder);
    log.write(ENTRIES, KEY);
    Files.writeString(log.file("vkey"), VKEY + "\n");
    log.tell(TALLY);
    return log;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Compiled once, to save the time; only one test runs the source as it stands. */
  private static Path compiled() {
    try {
      Path classes = Files.createTempDirectory("verify-log");
      int code =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, "-d", classes.toString(), SOURCE.toString());
      assertThat(code).isZero();
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(List<byte[]> entries, SigningKey key) throws IOException {
    Growth growth = Tree.EMPTY.append(entries);
    for (Map.Entry<Tile, byte[]> tile : growth.tiles().entrySet()) {
      Path path = folder.resolve(tile.getKey().path());
      Files.createDirectories(path.getParent());
      Files.write(path, tile.getValue());
    }
    Files.writeString(folder.resolve("checkpoint"), checkpoint(growth.tree(), key));
  }

  static String checkpoint(Tree tree, SigningKey key) {
    return new Checkpoint(key.verifier().name(), tree.size(), tree.root()).sign(key).toString();
  }

  /**
   * Ten entries a day from the first of January on; the fourth of every ten was sent, the others
   * approved.
   */
  private static List<byte[]> entries() {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      LocalDate day = LocalDate.of(2026, 1, 10).plusDays(i / 10);
      Hash commit =
          i == 0 ? OPENING.commitment() : Hash.leaf(new byte[] {(byte) i, (byte) (i >> 8)});
      entries.add(
          (i % 10 == 3
                  ? new Leaf("response.sent", null, day, "2026-03", null, commit)
                  : new Leaf(
                      "determination.approved",
                      "uk-gdpr-15-1-3",
                      day,
                      "2026-03",
                      SUMMARIES.containsKey(i) ? SUMMARIES.get(i).commitment() : null,
                      commit))
              .bytes());
    }
    entries.set(299, tallied(TALLY).bytes());
    return entries;
  }

  private static Map<Integer, Opening> summaries() {
    Map<Integer, Opening> summaries = new TreeMap<>();
    for (int i = 20; i < 299; i += 20) {
      summaries.put(i, Opening.seal("A page about \"operation\" number\n" + i, RANDOM));
    }
    return summaries;
  }

  /** The sample file with the summaries of these entries. */
  Path sample(int many, String words, Collection<Integer> entries) throws IOException {
    var openings =
        entries.stream()
            .map(i -> Objects.requireNonNull(SUMMARIES.get(i)).file(Leaf.parse(ENTRIES.get(i))))
            .toList();
    return Files.writeString(
        file("summaries.json"),
        "{\"many\":%d,\"size\":300,\"words\":\"%s\",\"summaries\":[\n%s]}\n"
            .formatted(
                many, words, String.join(",\n", openings) + (entries.isEmpty() ? "" : "\n")));
  }

  static String text(int index) {
    return new String(ENTRIES.get(index), UTF_8);
  }

  /** What was counted of the first day, of which one answer was sent. */
  static Opening tally(int sent) {
    var counts = List.of("determination.approved,uk-gdpr-15-1-3,9", "response.sent,," + sent);
    return Opening.seal(Map.of("fact", Map.of("day", "2026-01-10", "counts", counts)), RANDOM);
  }

  static Leaf tallied(Opening tally) {
    var day = LocalDate.of(2026, 2, 8);
    return new Leaf("tally.daily", null, day, "2026-03", null, tally.commitment());
  }

  /** Opens these tallies, and no other. */
  void tell(Opening... tallies) throws IOException {
    var openings = new ArrayList<String>();
    for (var tally : tallies) {
      openings.add(tally.file(tallied(tally)));
    }
    Files.write(file("tallies.jsonl"), openings);
  }

  Result verify(String... args) throws Exception {
    return run(List.of("-XX:TieredStopAtLevel=1", "-cp", COMPILED.toString(), "VerifyLog"), args);
  }

  static Result run(List<String> program, String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(program);
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String words = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Result(process.waitFor(), words);
  }
}
