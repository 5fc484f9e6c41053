package candour.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the published verifier as a committee clerk would, on a true export. */
class VerifyLogTests {

  @TempDir Path folder;
  private ExportedLog log;

  @BeforeEach
  void export() throws IOException {
    log = ExportedLog.in(folder);
  }

  @Test
  void a_true_export_is_believed_with_its_tallies_and_its_past() throws Exception {
    Path old = log.file("old-checkpoint");
    Files.writeString(
        old, ExportedLog.checkpoint(Tree.of(ExportedLog.ENTRIES.subList(0, 130)), ExportedLog.KEY));

    List<String> source = List.of(ExportedLog.SOURCE.toAbsolutePath().toString());
    ExportedLog.Result result =
        ExportedLog.run(
            source, log.folder().toString(), "--vkey", ExportedLog.VKEY, "--since", old.toString());

    assertThat(result.code()).as(result.words()).isZero();
    assertThat(result.words())
        .contains("Log candour.example/log: 300 entries, root " + ExportedLog.TREE.root())
        .contains("2026-01,determination.approved,uk-gdpr-15-1-3: ")
        .contains("The first 130 entries are those of your older checkpoint")
        .contains("The 1 daily tallies are the counts of their days' entries")
        .contains("Not proved:");
  }

  @Test
  void a_true_zip_is_believed_and_its_own_key_is_questioned() throws Exception {
    Path zip = log.file("export.zip");
    try (FileSystem files =
        FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of("create", "true"))) {
      for (String name : List.of("vkey", "checkpoint", "tallies.jsonl")) {
        Files.copy(log.file(name), files.getPath("/", name));
      }
      for (Map.Entry<Tile, byte[]> tile :
          Tree.EMPTY.append(ExportedLog.ENTRIES).tiles().entrySet()) {
        Path path = files.getPath("/", tile.getKey().path());
        Files.createDirectories(path.getParent());
        Files.write(path, tile.getValue());
      }
    }

    ExportedLog.Result result = log.verify(zip.toString());

    assertThat(result.code()).as(result.words()).isZero();
    assertThat(result.words()).contains("it came with the export");
  }

  @Test
  void the_verifier_is_short_enough_to_be_read_before_it_is_trusted() throws Exception {
    assertThat(Files.readAllLines(ExportedLog.SOURCE))
        .hasSizeLessThan(400)
        .allMatch(line -> line.length() <= 100);
  }

  @Test
  void wrong_usage_is_told_apart() throws Exception {
    assertThat(log.verify().code()).isEqualTo(2);
    assertThat(log.verify("proof", "x", "y").code()).isEqualTo(2);
  }

  @Test
  void one_person_can_check_one_proof_and_its_opening() throws Exception {
    Path proof = log.file("decision.tlog-proof");
    Path opening = log.file("opening.json");
    SignedNote note = SignedNote.parse(ExportedLog.checkpoint(ExportedLog.TREE, ExportedLog.KEY));
    Files.writeString(proof, new TlogProof(ExportedLog.TREE.proveInclusion(0), note).toString());
    String file = ExportedLog.OPENING.file(Leaf.parse(ExportedLog.ENTRIES.getFirst()));

    Files.writeString(opening, file);
    ExportedLog.Result good =
        log.verify("proof", proof.toString(), opening.toString(), "--vkey", ExportedLog.VKEY);
    Files.writeString(opening, file.replace("crime", "taxes"));
    ExportedLog.Result forged =
        log.verify("proof", proof.toString(), opening.toString(), "--vkey", ExportedLog.VKEY);
    Files.write(opening, ExportedLog.ENTRIES.get(1));
    ExportedLog.Result other =
        log.verify("proof", proof.toString(), opening.toString(), "--vkey", ExportedLog.VKEY);

    assertThat(good.code()).as(good.words()).isZero();
    assertThat(good.words()).contains("entry 0", "\"ground\":\"crime\"");
    assertThat(forged.code()).isEqualTo(1);
    assertThat(forged.words()).contains("does not stand for what this opening says");
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.words()).contains("the leaf is not entry 0 of the log");
  }
}
