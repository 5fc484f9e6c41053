package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CosignatureTests {

  private static final Path VECTORS = Path.of("src/test/resources/cosignature-vectors");
  private static final SigningKey LOG = SigningKey.generate("candour.example/log");
  private static final Map<CosignatureScheme, CosigningKey> KEYS =
      Arrays.stream(CosignatureScheme.values())
          .collect(
              Collectors.toMap(
                  scheme -> scheme, scheme -> CosigningKey.generate("witness.example/w1", scheme)));
  private static final Checkpoint CHECKPOINT =
      new Checkpoint("candour.example/log", 42, Hash.leaf(new byte[] {7}));
  private static final SignedNote SIGNED = CHECKPOINT.sign(LOG);
  private static final Instant AT = Instant.ofEpochSecond(1_679_315_147);

  private static CosigningKey key(CosignatureScheme scheme) {
    return Objects.requireNonNull(KEYS.get(scheme));
  }

  @Test
  void the_first_message_is_that_of_the_specification() {
    var checkpoint =
        Checkpoint.parse(
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n");
    assertThat(
            new String(CosignatureScheme.ED25519.message("any", 1_679_315_147, checkpoint), UTF_8))
        .isEqualTo(
            """
            cosignature/v1
            time 1679315147
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
            """);
  }

  @Test
  void the_second_message_names_the_cosigner_and_describes_the_tree() {
    var checkpoint = new Checkpoint("log", 258, Hash.OF_NOTHING);
    assertThat(CosignatureScheme.ML_DSA_44.message("w1", 3, checkpoint))
        .isEqualTo(
            HexFormat.of()
                .parseHex(
                    "737562747265652f76310a00" // subtree/v1\n\0
                        + "027731" // w1
                        + "0000000000000003" // time
                        + "036c6f67" // log
                        + "0000000000000000" // start
                        + "0000000000000102" // end
                        + Hash.OF_NOTHING.hex()));
  }

  @Test
  void a_signature_of_another_program_is_understood() throws IOException {
    var key = CosignerKey.parse(Files.readString(VECTORS.resolve("torchwood.vkey")).strip());
    var line =
        SignedNote.parseLines(Files.readString(VECTORS.resolve("torchwood.line"))).getFirst();
    assertThat(line.isBy(key.name(), key.id())).isTrue();
    var signature = Arrays.copyOfRange(line.bytes(), 8, line.bytes().length);
    var root = Hash.parse("E7ERCtFloiK1fdb+B6/dLG0pM1nmIR0ETKBSauCjtVw=");
    assertThat(
            key.verifies(
                CosignatureScheme.subtree(key.name(), 0, "example.com/log", 8, 13, root),
                signature))
        .isTrue();
    assertThat(
            key.verifies(
                CosignatureScheme.subtree(key.name(), 0, "example.com/log", 8, 14, root),
                signature))
        .isFalse();
  }

  @Test
  void vkeys_of_others_are_read() {
    var witness = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";
    assertThat(CosignerKey.parse(witness).vkey()).isEqualTo(witness);
    assertThat(CosignerKey.parse(witness).scheme()).isEqualTo(CosignatureScheme.ED25519);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "remora.n621.de+da77ade7",
        "remora.n621.de+da77ade7+",
        "remora.n621.de+da77ade8+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
        "remora.n621.de+DA77ADE7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
        "re mora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "remora.n621.de+da77ade7+BuvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
      })
  void what_is_not_the_vkey_of_a_witness_is_refused(String vkey) {
    assertThatThrownBy(() -> CosignerKey.parse(vkey)).isInstanceOf(NotProven.class);
  }

  @ParameterizedTest
  @EnumSource
  void a_cosigned_checkpoint_says_by_whom_and_when(CosignatureScheme scheme) {
    var key = key(scheme);
    var note = SignedNote.parse(SIGNED.with(key.cosign(CHECKPOINT, AT)).toString());
    var stored = CosignerKey.parse(key.cosigner().vkey());
    assertThat(stored.verify(note).at()).isEqualTo(AT);
    assertThat(stored.verify(note).line()).isEqualTo(note.lines().getLast());
    assertThat(Checkpoint.open(note, LOG.verifier())).isEqualTo(CHECKPOINT);
  }

  @ParameterizedTest
  @EnumSource
  void a_stored_key_signs_as_before_and_halves_of_two_keys_do_not(CosignatureScheme scheme) {
    var key = key(scheme);
    var stored = CosigningKey.of(CosignerKey.parse(key.cosigner().vkey()), key.pkcs8());
    var note = SIGNED.with(stored.cosign(CHECKPOINT, AT));
    assertThat(key.cosigner().verify(note).at()).isEqualTo(AT);
    var other = CosigningKey.generate(key.cosigner().name(), scheme).cosigner();
    assertThatThrownBy(() -> CosigningKey.of(other, key.pkcs8()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CosigningKey.of(other, new byte[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void a_cosignature_is_of_one_checkpoint_one_key_and_one_kind(CosignatureScheme scheme) {
    var key = key(scheme);
    var line = key.cosign(CHECKPOINT, AT);
    for (var other :
        List.of(
            new Checkpoint("candour.example/other", 42, CHECKPOINT.root()),
            new Checkpoint(CHECKPOINT.origin(), 43, CHECKPOINT.root()),
            new Checkpoint(CHECKPOINT.origin(), 42, Hash.OF_NOTHING))) {
      assertThatThrownBy(() -> key.cosigner().verify(other.sign(LOG).with(line)))
          .isInstanceOf(NotProven.class)
          .hasMessageContaining("false");
    }
    Stream.concat(
            KEYS.values().stream().filter(each -> each != key),
            Stream.of(CosigningKey.generate(key.cosigner().name(), scheme)))
        .map(CosigningKey::cosigner)
        .forEach(stranger ->
            assertThatThrownBy(() -> stranger.verify(SIGNED.with(line)))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("not cosigned by"));
  }

  @ParameterizedTest
  @EnumSource
  void every_changed_byte_and_every_other_length_is_noticed(CosignatureScheme scheme) {
    var key = key(scheme);
    var bytes = Strict.base64(key.cosign(CHECKPOINT, AT).signature());
    IntStream.range(4, bytes.length)
        .filter(i -> i < 80 || i % 97 == 0)
        .forEach(i -> {
          var changed = bytes.clone();
          changed[i] ^= 1;
          refused(key, changed);
        });
    refused(key, Arrays.copyOf(bytes, bytes.length - 1));
    refused(key, Arrays.copyOf(bytes, bytes.length + 1));
    refused(key, Arrays.copyOf(bytes, 5));
    var negative = bytes.clone();
    negative[4] |= (byte) 0x80;
    refused(key, negative);
  }

  private static void refused(CosigningKey key, byte[] bytes) {
    var line = new SignedNote.Line(key.cosigner().name(), Strict.base64(bytes));
    assertThatThrownBy(() -> key.cosigner().verify(SIGNED.with(line)))
        .isInstanceOf(NotProven.class);
  }

  @Test
  void of_several_cosignatures_the_latest_counts_and_a_false_one_spoils_all() {
    var key = key(CosignatureScheme.ED25519);
    var twice =
        SIGNED
            .with(key.cosign(CHECKPOINT, AT.plusSeconds(9)))
            .with(key.cosign(CHECKPOINT, AT))
            .with(key.cosign(CHECKPOINT, AT));
    assertThat(key.cosigner().verify(twice).at()).isEqualTo(AT.plusSeconds(9));
    var other = new Checkpoint(CHECKPOINT.origin(), 41, CHECKPOINT.root());
    assertThatThrownBy(() -> key.cosigner().verify(twice.with(key.cosign(other, AT))))
        .isInstanceOf(NotProven.class);
  }

  @Test
  void names_that_the_message_cannot_hold_are_not_signed() {
    var key = CosigningKey.generate("w".repeat(256), CosignatureScheme.ML_DSA_44);
    assertThatThrownBy(() -> key.cosign(CHECKPOINT, AT)).isInstanceOf(NotProven.class);
    var far = new Checkpoint("l".repeat(256), 1, Hash.OF_NOTHING);
    assertThatThrownBy(() -> key(CosignatureScheme.ML_DSA_44).cosign(far, AT))
        .isInstanceOf(NotProven.class);
  }

  @Test
  void lines_that_came_apart_from_their_note_are_read_as_strictly() {
    var line = key(CosignatureScheme.ED25519).cosign(CHECKPOINT, AT);
    assertThat(SignedNote.parseLines(line.toString().repeat(16))).hasSize(16).containsOnly(line);
    for (var text :
        List.of("", "\n", line + "\n", line.toString().strip(), line.toString().repeat(17))) {
      assertThatThrownBy(() -> SignedNote.parseLines(text)).isInstanceOf(NotProven.class);
    }
  }
}
