package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the published verifier as a committee clerk would, on exports that somebody tampered with.
 */
class ForgedLogTests {

  @TempDir Path folder;
  private ExportedLog log;

  @BeforeEach
  void export() throws IOException {
    log = ExportedLog.in(folder);
  }

  @Test
  void an_edited_leaf_is_named() throws Exception {
    List<byte[]> forged = new ArrayList<>(ExportedLog.ENTRIES);
    forged.set(17, ExportedLog.text(17).replace("approved", "rejected").getBytes(UTF_8));

    refused(forged, "entry 17 in tile/entries/000");
  }

  @Test
  void a_back_dated_leaf_is_named() throws Exception {
    List<byte[]> forged = new ArrayList<>(ExportedLog.ENTRIES);
    forged.set(280, ExportedLog.text(280).replace("2026-02", "2026-01").getBytes(UTF_8));

    refused(forged, "entry 280 in tile/entries/001.p/44");
  }

  @Test
  void a_deleted_leaf_is_named() throws Exception {
    List<byte[]> forged = new ArrayList<>(ExportedLog.ENTRIES);
    forged.remove(290);

    refused(forged, "entry 290 in tile/entries/001.p/44");
  }

  @Test
  void an_inserted_leaf_is_named() throws Exception {
    List<byte[]> forged = new ArrayList<>(ExportedLog.ENTRIES);
    forged.add(290, ExportedLog.ENTRIES.get(3));

    refused(forged, "entry 290 in tile/entries/001.p/44");
  }

  @Test
  void reordered_leaves_are_named() throws Exception {
    List<byte[]> forged = new ArrayList<>(ExportedLog.ENTRIES);
    Collections.swap(forged, 100, 200);

    refused(forged, "entry 100 in tile/entries/000");
  }

  @Test
  void a_bundle_cut_short_is_named() throws Exception {
    Path bundle = log.file("tile/entries/001.p/44");
    byte[] bytes = Files.readAllBytes(bundle);
    Files.write(bundle, Arrays.copyOf(bytes, bytes.length - 5));

    refused("tile/entries/001.p/44 is cut off in entry 43");
  }

  @Test
  void a_missing_bundle_is_named() throws Exception {
    Files.delete(log.file("tile/entries/000"));

    refused("no file tile/entries/000");
  }

  @Test
  void entries_and_tiles_rewritten_together_do_not_give_the_signed_root() throws Exception {
    List<byte[]> forged = new ArrayList<>(ExportedLog.ENTRIES);
    forged.set(17, ExportedLog.ENTRIES.get(18));
    String signed = Files.readString(log.file("checkpoint"));
    log.write(forged, ExportedLog.KEY);
    Files.writeString(log.file("checkpoint"), signed);

    refused("entries and tiles agree, but not with the signature");
  }

  @Test
  void a_swapped_root_is_refused() throws Exception {
    Path file = log.file("checkpoint");
    String swapped =
        Files.readString(file)
            .replace(ExportedLog.TREE.root().toString(), Hash.OF_NOTHING.toString());
    Files.writeString(file, swapped);

    refused("signature is false");
  }

  @Test
  void a_wrong_key_is_refused() throws Exception {
    log.write(ExportedLog.ENTRIES, SigningKey.generate("candour.example/log"));

    refused("not signed with the key that you gave");
  }

  @Test
  void a_past_rewritten_with_the_true_key_is_found_with_an_older_checkpoint() throws Exception {
    Path old = log.file("old-checkpoint");
    Files.writeString(old, ExportedLog.checkpoint(ExportedLog.TREE, ExportedLog.KEY));
    List<byte[]> forged = new ArrayList<>(ExportedLog.ENTRIES);
    forged.set(17, ExportedLog.ENTRIES.get(18));
    forged.add(ExportedLog.ENTRIES.getLast());
    log.write(forged, ExportedLog.KEY);

    ExportedLog.Result result =
        log.verify(log.folder().toString(), "--vkey", ExportedLog.VKEY, "--since", old.toString());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.words()).contains("one of the first 300 entries was changed");
  }

  @Test
  void an_older_checkpoint_is_believed_with_the_key_of_its_time_alone() throws Exception {
    SigningKey before = SigningKey.generate(ExportedLog.KEY.verifier().name());
    Path old = log.file("old-checkpoint");
    Files.writeString(old, ExportedLog.checkpoint(ExportedLog.TREE, before));
    String[] since = {
      log.folder().toString(), "--vkey", ExportedLog.VKEY, "--since", old.toString()
    };

    ExportedLog.Result without = log.verify(since);
    assertThat(without.code()).isEqualTo(1);
    assertThat(without.words()).contains("not signed with the key that you gave");
    String[] both = Arrays.copyOf(since, since.length + 2);
    both[since.length] = "--old-vkey";
    both[since.length + 1] = before.verifier().vkey();
    ExportedLog.Result with = log.verify(both);
    assertThat(with.words()).contains("The first 300 entries are those of your older checkpoint.");
    assertThat(with.code()).isZero();
  }

  @Test
  void an_entry_signed_late_under_an_early_day_is_named() throws Exception {
    List<byte[]> forged = new ArrayList<>(ExportedLog.ENTRIES);
    forged.add(ExportedLog.ENTRIES.getFirst());
    log.write(forged, ExportedLog.KEY);

    refused("entry 300 is back-dated");
  }

  @Test
  void a_damaged_tile_is_named_though_the_entries_are_good() throws Exception {
    Path tile = log.file("tile/1/000.p/1");
    byte[] bytes = Files.readAllBytes(tile);
    bytes[0] ^= 1;
    Files.write(tile, bytes);

    refused("the entries are as signed, but tile/1/000.p/1 is not");
  }

  @Test
  void a_tally_that_was_embellished_later_is_not_the_one_in_the_log() throws Exception {
    log.tell(ExportedLog.tally(5));

    refused("this tally is not in the log");
  }

  @Test
  void a_tally_that_was_false_when_it_was_made_is_named() throws Exception {
    Opening tally = ExportedLog.tally(2);
    List<byte[]> forged = new ArrayList<>(ExportedLog.ENTRIES);
    forged.set(299, ExportedLog.tallied(tally).bytes());
    log.write(forged, ExportedLog.KEY);
    log.tell(tally);

    refused("entry 299 tallies 2026-01-10 as");
  }

  @Test
  void a_tally_that_is_kept_back_or_told_twice_is_named() throws Exception {
    log.tell();
    refused("the export opens no tally for entries [299]");
    log.tell(ExportedLog.TALLY, ExportedLog.TALLY);
    refused("this tally is not in the log");
  }

  /** Keeps what was signed, and swaps the entry bundles for those of {@code forged}. */
  private void refused(List<byte[]> forged, String words) throws Exception {
    for (Map.Entry<Tile, byte[]> tile : Tree.EMPTY.append(forged).tiles().entrySet()) {
      if (tile.getKey().level() == Tile.ENTRIES) {
        String path = tile.getKey().index() == 0 ? "tile/entries/000" : "tile/entries/001.p/44";
        Files.write(log.file(path), tile.getValue());
      }
    }
    refused(words);
  }

  private void refused(String words) throws Exception {
    ExportedLog.Result result = log.verify(log.folder().toString(), "--vkey", ExportedLog.VKEY);
    assertThat(result.words()).contains("FAILED: ").contains(words);
    assertThat(result.code()).isEqualTo(1);
  }
}
