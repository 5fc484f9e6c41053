package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the published verifier as a committee clerk would, on a true export and on forged ones. */
class VerifyLogTests {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final SigningKey KEY = SigningKey.generate("candour.example/log");
  private static final String VKEY = KEY.verifier().vkey();
  private static final Opening OPENING =
      Opening.seal(Map.of("ground", "crime", "provision", "uk-gdpr-15-1-3"), RANDOM);
  private static final List<byte[]> ENTRIES = entries();
  private static final Tree TREE = Tree.of(ENTRIES);

  private static final Path SOURCE = Path.of("src/main/resources/log/VerifyLog.java");

  @TempDir static Path compiled;
  @TempDir Path folder;

  /** Only the first test runs the source as it stands; the others save the time to compile it. */
  @BeforeAll
  static void compile() {
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", compiled.toString(), SOURCE.toString());
    assertThat(code).isZero();
  }

  @BeforeEach
  void export() throws IOException {
    write(ENTRIES, KEY);
    Files.writeString(folder.resolve("vkey"), VKEY + "\n");
    Files.writeString(folder.resolve("figures.csv"), figures());
  }

  @Test
  void a_true_export_is_believed_with_its_figures_and_its_past() throws Exception {
    Path old = folder.resolve("old-checkpoint");
    Files.writeString(old, checkpoint(Tree.of(ENTRIES.subList(0, 130)), KEY));

    List<String> source = List.of(SOURCE.toAbsolutePath().toString());
    Result result = run(source, folder.toString(), "--vkey", VKEY, "--since", old.toString());

    assertThat(result.code()).as(result.words()).isZero();
    assertThat(result.words())
        .contains("Log candour.example/log: 300 entries, root " + TREE.root())
        .contains("2026-01,determination.approved,uk-gdpr-15-1-3: ")
        .contains("The first 130 entries are those of your older checkpoint")
        .contains("figures.csv")
        .contains("Not proved:");
  }

  @Test
  void a_true_zip_is_believed_and_its_own_key_is_questioned() throws Exception {
    Path zip = folder.resolve("export.zip");
    try (FileSystem files =
        FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of("create", "true"))) {
      for (String name : List.of("vkey", "checkpoint")) {
        Files.copy(folder.resolve(name), files.getPath("/", name));
      }
      for (Map.Entry<Tile, byte[]> tile : Tree.EMPTY.append(ENTRIES).tiles().entrySet()) {
        Path path = files.getPath("/", tile.getKey().path());
        Files.createDirectories(path.getParent());
        Files.write(path, tile.getValue());
      }
    }

    Result result = verify(zip.toString());

    assertThat(result.code()).as(result.words()).isZero();
    assertThat(result.words()).contains("it came with the export");
  }

  @Test
  void an_edited_leaf_is_named() throws Exception {
    List<byte[]> forged = new ArrayList<>(ENTRIES);
    forged.set(17, text(17).replace("approved", "rejected").getBytes(UTF_8));

    refused(forged, "entry 17 in tile/entries/000");
  }

  @Test
  void a_back_dated_leaf_is_named() throws Exception {
    List<byte[]> forged = new ArrayList<>(ENTRIES);
    forged.set(280, text(280).replace("2026-02", "2026-01").getBytes(UTF_8));

    refused(forged, "entry 280 in tile/entries/001.p/44");
  }

  @Test
  void a_deleted_leaf_is_named() throws Exception {
    List<byte[]> forged = new ArrayList<>(ENTRIES);
    forged.remove(290);

    refused(forged, "entry 290 in tile/entries/001.p/44");
  }

  @Test
  void an_inserted_leaf_is_named() throws Exception {
    List<byte[]> forged = new ArrayList<>(ENTRIES);
    forged.add(290, ENTRIES.get(3));

    refused(forged, "entry 290 in tile/entries/001.p/44");
  }

  @Test
  void reordered_leaves_are_named() throws Exception {
    List<byte[]> forged = new ArrayList<>(ENTRIES);
    Collections.swap(forged, 100, 200);

    refused(forged, "entry 100 in tile/entries/000");
  }

  @Test
  void a_bundle_cut_short_is_named() throws Exception {
    Path bundle = folder.resolve("tile/entries/001.p/44");
    byte[] bytes = Files.readAllBytes(bundle);
    Files.write(bundle, Arrays.copyOf(bytes, bytes.length - 5));

    refused("tile/entries/001.p/44 is cut off in entry 43");
  }

  @Test
  void a_missing_bundle_is_named() throws Exception {
    Files.delete(folder.resolve("tile/entries/000"));

    refused("no file tile/entries/000");
  }

  @Test
  void entries_and_tiles_rewritten_together_do_not_give_the_signed_root() throws Exception {
    List<byte[]> forged = new ArrayList<>(ENTRIES);
    forged.set(17, ENTRIES.get(18));
    String signed = Files.readString(folder.resolve("checkpoint"));
    write(forged, KEY);
    Files.writeString(folder.resolve("checkpoint"), signed);

    refused("entries and tiles agree with each other, but not with the signature");
  }

  @Test
  void a_swapped_root_is_refused() throws Exception {
    Path file = folder.resolve("checkpoint");
    String swapped =
        Files.readString(file).replace(TREE.root().toString(), Hash.OF_NOTHING.toString());
    Files.writeString(file, swapped);

    refused("signature is false");
  }

  @Test
  void a_wrong_key_is_refused() throws Exception {
    write(ENTRIES, SigningKey.generate("candour.example/log"));

    refused("not signed with the key that you gave");
  }

  @Test
  void a_past_rewritten_with_the_true_key_is_found_with_an_older_checkpoint() throws Exception {
    Path old = folder.resolve("old-checkpoint");
    Files.writeString(old, checkpoint(TREE, KEY));
    List<byte[]> forged = new ArrayList<>(ENTRIES);
    forged.set(17, ENTRIES.get(18));
    forged.add(ENTRIES.getLast());
    write(forged, KEY);

    Result result = verify(folder.toString(), "--vkey", VKEY, "--since", old.toString());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.words()).contains("one of the first 300 entries was changed");
  }

  @Test
  void an_entry_signed_late_under_an_early_day_is_named() throws Exception {
    List<byte[]> forged = new ArrayList<>(ENTRIES);
    forged.add(ENTRIES.getFirst());
    write(forged, KEY);

    refused("entry 300 is back-dated");
  }

  @Test
  void a_damaged_tile_is_named_though_the_entries_are_good() throws Exception {
    Path tile = folder.resolve("tile/1/000.p/1");
    byte[] bytes = Files.readAllBytes(tile);
    bytes[0] ^= 1;
    Files.write(tile, bytes);

    refused("the entries are as signed, but tile/1/000.p/1 is not");
  }

  @Test
  void embellished_figures_are_named() throws Exception {
    Path file = folder.resolve("figures.csv");
    Files.writeString(
        file, Files.readString(file).replaceFirst("approved,(.*),\\d+", "approved,$1,1"));

    refused("figures.csv says [2026-01,determination.approved,uk-gdpr-15-1-3,1]");
  }

  @Test
  void the_verifier_is_short_enough_to_be_read_before_it_is_trusted() throws Exception {
    assertThat(Files.readAllLines(SOURCE))
        .hasSizeLessThan(400)
        .allMatch(line -> line.length() <= 100);
  }

  @Test
  void wrong_usage_is_told_apart() throws Exception {
    assertThat(verify().code()).isEqualTo(2);
    assertThat(verify("proof", "x", "y").code()).isEqualTo(2);
  }

  @Test
  void one_person_can_check_one_proof_and_its_opening() throws Exception {
    Path proof = folder.resolve("decision.tlog-proof");
    Path opening = folder.resolve("opening.json");
    SignedNote note = SignedNote.parse(checkpoint(TREE, KEY));
    Files.writeString(proof, new TlogProof(TREE.proveInclusion(0), note).toString());
    String file = OPENING.file(Leaf.parse(ENTRIES.getFirst()));

    Files.writeString(opening, file);
    Result good = verify("proof", proof.toString(), opening.toString(), "--vkey", VKEY);
    Files.writeString(opening, file.replace("crime", "taxes"));
    Result forged = verify("proof", proof.toString(), opening.toString(), "--vkey", VKEY);
    Files.write(opening, ENTRIES.get(1));
    Result other = verify("proof", proof.toString(), opening.toString(), "--vkey", VKEY);

    assertThat(good.code()).as(good.words()).isZero();
    assertThat(good.words()).contains("entry 0", "\"ground\":\"crime\"");
    assertThat(forged.code()).isEqualTo(1);
    assertThat(forged.words()).contains("does not stand for what this opening says");
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.words()).contains("the leaf is not entry 0 of the log");
  }

  /** Keeps what was signed, and swaps the entry bundles for those of {@code forged}. */
  private void refused(List<byte[]> forged, String words) throws Exception {
    for (Map.Entry<Tile, byte[]> tile : Tree.EMPTY.append(forged).tiles().entrySet()) {
      if (tile.getKey().level() == Tile.ENTRIES) {
        String path = tile.getKey().index() == 0 ? "tile/entries/000" : "tile/entries/001.p/44";
        Files.write(folder.resolve(path), tile.getValue());
      }
    }
    refused(words);
  }

  private void refused(String words) throws Exception {
    Result result = verify(folder.toString(), "--vkey", VKEY);
    assertThat(result.words()).contains("FAILED: ").contains(words);
    assertThat(result.code()).isEqualTo(1);
  }

  private void write(List<byte[]> entries, SigningKey key) throws IOException {
    Growth growth = Tree.EMPTY.append(entries);
    for (Map.Entry<Tile, byte[]> tile : growth.tiles().entrySet()) {
      Path path = folder.resolve(tile.getKey().path());
      Files.createDirectories(path.getParent());
      Files.write(path, tile.getValue());
    }
    Files.writeString(folder.resolve("checkpoint"), checkpoint(growth.tree(), key));
  }

  private static String checkpoint(Tree tree, SigningKey key) {
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
                      "determination.approved", "uk-gdpr-15-1-3", day, "2026-03", null, commit))
              .bytes());
    }
    return entries;
  }

  private static String text(int index) {
    return new String(ENTRIES.get(index), UTF_8);
  }

  private static String figures() {
    Map<String, Integer> rows = new TreeMap<>();
    for (byte[] entry : ENTRIES) {
      Leaf leaf = Leaf.parse(entry);
      String provision = leaf.provision() == null ? "" : leaf.provision();
      rows.merge("%tY-%<tm,%s,%s".formatted(leaf.day(), leaf.kind(), provision), 1, Integer::sum);
    }
    StringBuilder csv = new StringBuilder("month,class,provision,count\n");
    rows.forEach((row, count) -> csv.append(row).append(',').append(count).append('\n'));
    return csv.toString();
  }

  private static Result verify(String... args) throws Exception {
    return run(List.of("-XX:TieredStopAtLevel=1", "-cp", compiled.toString(), "VerifyLog"), args);
  }

  private static Result run(List<String> program, String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(program);
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String words = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Result(process.waitFor(), words);
  }

  private record Result(int code, String words) {}
}
