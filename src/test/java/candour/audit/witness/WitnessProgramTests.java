package candour.audit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candour.audit.merkle.CosignerKey;
import candour.audit.merkle.SignedNote;
import candour.audit.merkle.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the clerk types, and what is answered. */
class WitnessProgramTests {

  private static final GrowingLog LOG =
      new GrowingLog(SigningKey.generate("candour.example/log"), 9, 1);

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void the_clerk_takes_a_file_in_and_gets_a_file_out() throws IOException {
    var home = folder.resolve("home");
    assertThat(run("new-key", "witness.example")).isZero();
    var vkeys = said().lines().map(CosignerKey::parse).toList();
    assertThat(vkeys).extracting(CosignerKey::name).containsOnly("witness.example").hasSize(2);
    assertThat(Files.getPosixFilePermissions(home.resolve("key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));

    assertThat(run("cosign", request(0, 4), out("first"))).isEqualTo(1);
    assertThat(said()).contains("Write the vkey of the log into");
    Files.writeString(home.resolve("logs"), "\n# ours\n" + LOG.key.verifier().vkey() + "\n");
    assertThat(run("cosign", request(0, 4), out("first"))).isZero();
    assertThat(said()).contains("now cosigned");
    var note = SignedNote.parse(Files.readString(Path.of(out("first"))));
    assertThat(note.text()).isEqualTo(LOG.at(4).text());
    vkeys.forEach(key -> assertThat(key.verify(note).at()).isNotNull());

    assertThat(run("cosign", request(0, 4), out("first"))).isEqualTo(1);
    assertThat(said()).contains("exists already");
    assertThat(run("cosign", request(0, 4), out("again"))).isZero();
    assertThat(run("cosign", request(0, 9), out("second"))).isEqualTo(1);
    assertThat(said()).contains("Ask for a request that starts from 4");
    assertThat(Path.of(out("second"))).doesNotExist();
    assertThat(run("cosign", request(4, 9), out("second"))).isZero();
  }

  @Test
  void what_cannot_be_done_is_said_in_words() throws IOException {
    var home = folder.resolve("home");
    assertThat(run()).isEqualTo(2);
    assertThat(said()).contains("new-key NAME", "serve", "cosign IN OUT");
    assertThat(run("sign")).isEqualTo(2);
    assertThat(run("cosign", "in", "out")).isEqualTo(1);
    assertThat(said()).contains("There is no witness in", "new-key NAME");
    assertThat(run("new-key", "no name")).isEqualTo(1);
    assertThat(said()).contains("no spaces");
    assertThat(home.resolve("key")).doesNotExist();
    assertThat(run("new-key", "witness.example")).isZero();
    var key = Files.readString(home.resolve("key"));
    assertThat(run("new-key", "other.example")).isEqualTo(1);
    assertThat(Files.readString(home.resolve("key"))).isEqualTo(key);

    Files.writeString(home.resolve("logs"), "nonsense\n");
    assertThat(run("cosign", "in", "out")).isEqualTo(1);
    assertThat(said()).contains("a line that is no vkey");
    var vkey = LOG.key.verifier().vkey() + "\n";
    Files.writeString(home.resolve("logs"), vkey + vkey);
    assertThat(run("serve", "0")).isEqualTo(1);
    assertThat(said()).contains("twice");
    Files.writeString(home.resolve("logs"), vkey);
    assertThat(run("serve", "a:b:c")).isEqualTo(1);
    assertThat(said()).contains("Not an address");
    assertThat(run("cosign", out("missing"), out("x"))).isEqualTo(1);
    assertThat(said()).contains("There is no file");
    Files.write(folder.resolve("binary"), new byte[] {(byte) 0xC3, 0x28});
    assertThat(run("cosign", out("binary"), out("x"))).isEqualTo(1);
    assertThat(said()).contains("it is not text");
    Files.write(folder.resolve("huge"), new byte[WitnessServer.LARGEST + 1]);
    assertThat(run("cosign", out("huge"), out("x"))).isEqualTo(1);
    assertThat(said()).contains("too large");

    Files.setPosixFilePermissions(
        home.resolve("key"), PosixFilePermissions.fromString("rw-r-----"));
    assertThat(run("cosign", request(0, 4), out("x"))).isEqualTo(1);
    assertThat(said()).contains("chmod 600");
    Files.setPosixFilePermissions(
        home.resolve("key"), PosixFilePermissions.fromString("rw-------"));
    Files.writeString(home.resolve("key"), key.substring(0, 2_000));
    assertThat(run("cosign", request(0, 4), out("x"))).isEqualTo(1);
    assertThat(said()).contains("damaged");
  }

  private int run(String... words) throws IOException {
    said.reset();
    List<String> all = new ArrayList<>(List.of("--home", folder.resolve("home").toString()));
    all.addAll(List.of(words));
    return WitnessProgram.run(new PrintStream(said, true, UTF_8), all.toArray(String[]::new));
  }

  private String said() {
    return said.toString(UTF_8);
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  private String request(int old, int size) throws IOException {
    var file = folder.resolve("request-" + old + "-" + size);
    Files.writeString(file, LOG.request(old, size).toString());
    return file.toString();
  }
}
