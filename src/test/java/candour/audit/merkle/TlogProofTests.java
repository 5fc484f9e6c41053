package candour.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlogProofTests {

  private static final SigningKey KEY = SigningKey.generate("candour.example/log");
  private static final List<byte[]> ENTRIES = NaiveTree.entries(13);
  private static final Tree TREE = Tree.of(ENTRIES);
  private static final SignedNote NOTE =
      new Checkpoint("candour.example/log", 13, TREE.root()).sign(KEY);

  @Test
  void a_proof_has_the_lines_of_the_standard() {
    InclusionProof inclusion = TREE.proveInclusion(12);
    String file = new TlogProof(inclusion, NOTE).toString();

    assertThat(file)
        .isEqualTo(
            "c2sp.org/tlog-proof@v1\nindex 12\n%s\n%s\n\n%s"
                .formatted(inclusion.path().get(0), inclusion.path().get(1), NOTE));
  }

  @Test
  void every_proof_reads_back_and_proves_its_entry_alone() {
    for (int index = 0; index < 13; index++) {
      String file = new TlogProof(TREE.proveInclusion(index), NOTE).toString();
      TlogProof read = TlogProof.parse(file);

      assertThat(read.toString()).isEqualTo(file);
      assertThat(read.check(ENTRIES.get(index), KEY.verifier()).size()).isEqualTo(13);
      byte[] other = ENTRIES.get((index + 1) % 13);
      assertThatThrownBy(() -> read.check(other, KEY.verifier())).isInstanceOf(NotProven.class);
    }
  }

  @Test
  void the_only_entry_of_a_log_needs_no_path() {
    Tree one = Tree.of(ENTRIES.subList(0, 1));
    SignedNote note = new Checkpoint("candour.example/log", 1, one.root()).sign(KEY);
    TlogProof proof = TlogProof.parse(new TlogProof(one.proveInclusion(0), note).toString());

    assertThat(proof.check(ENTRIES.getFirst(), KEY.verifier()).root()).isEqualTo(one.root());
  }

  @Test
  void extra_words_are_kept_and_believed_by_nobody() {
    String file = new TlogProof("aGVsbG8=", TREE.proveInclusion(3), NOTE).toString();

    assertThat(TlogProof.parse(file).extra()).isEqualTo("aGVsbG8=");
    assertThat(file).startsWith("c2sp.org/tlog-proof@v1\nextra aGVsbG8=\nindex 3\n");
  }

  @Test
  void a_proof_signed_by_another_log_is_refused() {
    TlogProof proof = new TlogProof(TREE.proveInclusion(3), NOTE);
    VerifierKey other = SigningKey.generate("candour.example/log").verifier();

    assertThatThrownBy(() -> proof.check(ENTRIES.get(3), other)).isInstanceOf(NotProven.class);
  }

  @ParameterizedTest
  @CsvSource({
    "index 3, index 03",
    "index 3, index -3",
    "index 3, Index 3",
    "tlog-proof@v1, tlog-proof@v2",
    "index 3, 'extra !\nindex 3'",
    "index 3, 'index 3\n'",
    "index 3, 'index 3\r'",
    "candour.example/log, candour.example/gol",
  })
  void an_altered_proof_is_refused(String from, String to) {
    String file = new TlogProof(TREE.proveInclusion(3), NOTE).toString().replace(from, to);

    assertThatThrownBy(() -> TlogProof.parse(file).check(ENTRIES.get(3), KEY.verifier()))
        .isInstanceOf(NotProven.class);
  }

  @Test
  void a_truncated_proof_is_refused() {
    String file = new TlogProof(TREE.proveInclusion(3), NOTE).toString();
    for (int length = 0; length < file.length(); length++) {
      String cut = file.substring(0, length);
      assertThatThrownBy(() -> TlogProof.parse(cut)).isInstanceOf(NotProven.class);
    }
  }
}
