package candour.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proof that does not prove what it claims is refused, by the portal and by the verifier. */
class TamperedProofTests {

  private static final SignedNote NOTE =
      SignedNote.parse(ExportedLog.checkpoint(ExportedLog.TREE, ExportedLog.KEY));
  private static final String PROOF = proof(7);

  @TempDir Path folder;
  private ExportedLog log;

  @BeforeEach
  void export() throws IOException {
    log = ExportedLog.in(folder);
  }

  private static String proof(long index) {
    return new TlogProof(ExportedLog.TREE.proveInclusion(index), NOTE).toString();
  }

  @Test
  void a_wrong_index_is_refused() throws Exception {
    refused(PROOF.replace("index 7\n", "index 8\n"), 7, "the leaf is not entry 8");
    refused(PROOF.replace("index 7\n", "index 300\n"), 7, "outside the signed log");
    refused(PROOF.replace("index 7\n", "index x\n"), 7, "is not a c2sp.org/tlog-proof@v1");
  }

  @Test
  void a_swapped_leaf_and_the_proof_of_another_leaf_are_refused() throws Exception {
    refused(PROOF, 6, "the leaf is not entry 7");
    refused(proof(6), 7, "the leaf is not entry 6");
  }

  @Test
  void an_old_checkpoint_is_refused() throws Exception {
    Tree older = Tree.of(ExportedLog.ENTRIES.subList(0, 9));
    String checkpoint = ExportedLog.checkpoint(older, ExportedLog.KEY);
    refused(PROOF.replace(NOTE.toString(), checkpoint), 7, "the proof has more than it should");
  }

  @Test
  void an_unknown_key_and_the_checkpoint_of_another_log_are_refused() throws Exception {
    String words = "not signed with the key that you gave";
    for (String name : new String[] {"other.example/log", "candour.example/log"}) {
      String other = ExportedLog.checkpoint(ExportedLog.TREE, SigningKey.generate(name));
      refused(PROOF.replace(NOTE.toString(), other), 7, words);
    }
  }

  @Test
  void windows_line_ends_and_seventeen_signatures_are_refused() throws Exception {
    String line = NOTE.toString().substring(NOTE.text().length() + 1);
    refused(PROOF.replace("\n", "\r\n"), 7, "Windows line ends");
    refused(PROOF + line.repeat(16), 7, "more than 16 signatures");
  }

  private void refused(String proof, int entry, String words) throws Exception {
    byte[] leaf = ExportedLog.ENTRIES.get(entry);
    Path proofFile = Files.writeString(log.file("entry.tlog-proof"), proof);
    Path leafFile = Files.write(log.file("leaf"), leaf);
    ExportedLog.Result result =
        log.verify("proof", proofFile + "", leafFile + "", "--vkey", ExportedLog.VKEY);
    assertThat(result.words()).contains("FAILED: ").contains(words);
    assertThat(result.code()).isEqualTo(1);
    assertThatThrownBy(() -> TlogProof.parse(proof).check(leaf, ExportedLog.KEY.verifier()))
        .isInstanceOf(NotProven.class);
  }
}
