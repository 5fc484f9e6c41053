package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTests {

  private static final String VKEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
  private static final String LINE =
      "— example.com/foo"
          + " Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
  private static final String TEXT = "This is an example message.\n";

  private static final SigningKey KEY = SigningKey.generate("candour.example/log");
  private static final Checkpoint CHECKPOINT =
      new Checkpoint("candour.example/log", 42, Hash.leaf(new byte[] {1}));

  @Test
  void the_published_note_opens() {
    VerifierKey key = VerifierKey.parse(VKEY);

    assertThat(SignedNote.parse(TEXT + "\n" + LINE).verify(key)).isEqualTo(TEXT);
    assertThat(key.vkey()).isEqualTo(VKEY);
  }

  @Test
  void a_changed_text_does_not_open() {
    SignedNote changed = SignedNote.parse("This is an example massage.\n\n" + LINE);

    assertThatThrownBy(() -> changed.verify(VerifierKey.parse(VKEY)))
        .isInstanceOf(NotProven.class)
        .hasMessageContaining("false");
  }

  @Test
  void the_same_text_signed_twice_is_the_same_note() {
    assertThat(CHECKPOINT.sign(KEY)).isEqualTo(CHECKPOINT.sign(KEY));
  }

  @Test
  void a_stored_key_signs_as_before() {
    SigningKey stored = SigningKey.of(VerifierKey.parse(KEY.verifier().vkey()), KEY.pkcs8());

    assertThat(CHECKPOINT.sign(stored)).isEqualTo(CHECKPOINT.sign(KEY));
  }

  @Test
  void halves_of_two_keys_are_not_a_key() {
    SigningKey other = SigningKey.generate("candour.example/log");

    assertThatThrownBy(() -> SigningKey.of(other.verifier(), KEY.pkcs8()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SigningKey.of(KEY.verifier(), new byte[] {1, 2, 3}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_note_opens_whoever_else_has_signed_it() {
    SignedNote note = CHECKPOINT.sign(KEY);
    for (int i = 1; i < 16; i++) {
      note = note.with(SigningKey.generate("witness.example/" + i).signLine(note.text()));
    }

    SignedNote read = SignedNote.parse(note.toString());
    assertThat(Checkpoint.open(read, KEY.verifier())).isEqualTo(CHECKPOINT);
    String seventeen = note + LINE;
    assertThatThrownBy(() -> SignedNote.parse(seventeen)).isInstanceOf(NotProven.class);
  }

  @Test
  void another_key_of_the_same_name_is_unknown() {
    SignedNote note = CHECKPOINT.sign(SigningKey.generate(KEY.verifier().name()));

    assertThatThrownBy(() -> note.verify(KEY.verifier()))
        .isInstanceOf(NotProven.class)
        .hasMessageContaining("not signed by");
  }

  @Test
  void a_checkpoint_of_another_log_is_refused_though_well_signed() {
    SignedNote note = new Checkpoint("candour.example/other", 42, CHECKPOINT.root()).sign(KEY);

    assertThatThrownBy(() -> Checkpoint.open(note, KEY.verifier())).isInstanceOf(NotProven.class);
  }

  @Test
  void every_flipped_bit_of_a_note_is_noticed() {
    byte[] note = CHECKPOINT.sign(KEY).toString().getBytes(UTF_8);
    for (int i = 0; i < note.length * 8; i++) {
      byte[] changed = note.clone();
      changed[i / 8] ^= (byte) (1 << i % 8);
      assertThatThrownBy(
              () -> Checkpoint.open(SignedNote.parse(new String(changed, UTF_8)), KEY.verifier()))
          .as("bit %d", i)
          .isInstanceOf(NotProven.class);
    }
  }

  @Test
  void every_truncation_of_a_note_is_noticed() {
    String note = CHECKPOINT.sign(KEY).toString();
    IntStream.range(0, note.length())
        .forEach(length ->
            assertThatThrownBy(() -> SignedNote.parse(note.substring(0, length)))
                .isInstanceOf(NotProven.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\nno signature\n",
        "text\n\n— name\n",
        "text\n\n— name AAAAAAA= extra\n",
        "text\n\n—  AAAAAAA=\n",
        "text\n\n— na+me AAAAAAA=\n",
        "text\n\n— name AAAA\n",
        "text\n\n— name AAAAAAB=\n",
        "text\n\n— name AAAAAAA\n",
        "text\r\n\r\n— name AAAAAAA=\r\n",
        "te\u0000xt\n\n— name AAAAAAA=\n",
        "text\n\n— name AAAAAAA=\n\n",
      })
  void what_is_not_a_note_is_refused(String note) {
    assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(NotProven.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log\n1\n",
        "log\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "log\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "log\n9999999999999999999\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "log\n1\nAAAA\n",
        "log\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "log\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n",
        "log\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nextension\n",
        "\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a log\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
      })
  void what_is_not_a_checkpoint_is_refused(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(NotProven.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com/foo+530d903a",
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+BOkyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
      })
  void what_is_not_a_vkey_is_refused(String vkey) {
    assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(NotProven.class);
  }

  @Test
  void vkeys_with_plus_signs_in_their_base64_read_back() {
    IntStream.range(0, 64)
        .mapToObj(i -> SigningKey.generate("candour.example/" + i).verifier())
        .forEach(key -> assertThat(VerifierKey.parse(key.vkey())).isEqualTo(key));
  }

  @Test
  void openssl_agrees_with_the_signature(@TempDir Path folder) throws Exception {
    assumeTrue(run(folder, "openssl", "version") == 0, "OpenSSL is not installed");
    SignedNote note = CHECKPOINT.sign(KEY);
    Files.writeString(folder.resolve("checkpoint"), note.toString());
    Files.write(folder.resolve("pub.der"), KEY.verifier().x509());
    String recipe =
        """
        sed -n 1,3p checkpoint > t
        grep -m1 '^— candour' checkpoint | awk '{print $3}' | base64 -d | tail -c 64 > s
        openssl pkeyutl -verify -pubin -keyform DER -inkey pub.der -rawin -in t -sigfile s
        """;

    assertThat(run(folder, "sh", "-c", recipe)).isZero();
    Files.writeString(folder.resolve("checkpoint"), note.toString().replace("\n42\n", "\n43\n"));
    assertThat(run(folder, "sh", "-c", recipe)).isNotZero();
  }

  private static int run(Path folder, String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return 127;
    }
  }

  @Test
  void raw_keys_are_the_end_of_their_der_form() {
    byte[] der = KEY.verifier().x509();

    assertThat(Strict.base64(Arrays.copyOfRange(der, der.length - 32, der.length)))
        .isEqualTo(KEY.verifier().raw());
  }
}
