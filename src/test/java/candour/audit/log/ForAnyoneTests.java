package candour.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.Hash;
import candour.support.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Runs what the instructions for anyone say, as it stands there, with the tools of others: on the
 * true log, which they believe, and on forged files, which they do not.
 */
@LogTest
class ForAnyoneTests {

  private static final int ENTRY = 300;

  @LocalServerPort int port;
  @Autowired LogBench bench;
  @Autowired LogKey key;
  @TempDir Path folder;

  String instructions = "";

  @BeforeEach
  void follow_the_instructions() throws Exception {
    bench.grow(460);
    var browser = new Browser(port);
    Files.write(folder.resolve("old-checkpoint"), browser.get("/log/checkpoint").response().body());
    bench.grow(5);
    instructions = browser.get("/log/for-anyone.md").text();
    assertThat(run("fetch").words()).isEmpty();
  }

  @Test
  void openssl_believes_the_signature_and_no_other() throws Exception {
    assumeTrue(installed("openssl"), "SKIPPED: there is no openssl");
    assertThat(run("openssl").code()).isZero();
    assertThat(run("openssl").words()).contains("Signature Verified Successfully");
    replace("checkpoint", "\n(\\d+)\n", "\n1$1\n");
    assertThat(run("openssl").code()).isNotZero();
  }

  @Test
  void go_believes_the_signature_the_entry_and_the_growth_and_no_other() throws Exception {
    assumeTrue(
        installed("go") && Files.exists(Path.of("/usr/share/gocode/src/golang.org/x/mod")),
        "SKIPPED: there is no go with golang.org/x/mod; see .ci/run");
    save("check.go");
    var true_ = run("go");
    assertThat(true_.code()).as(true_.words()).isZero();
    assertThat(true_.words())
        .contains("proved: entry 300 is in the log", "entries are as they were");

    var rewritten = new Checkpoint(key.verifier().name(), 7, Hash.OF_NOTHING).sign(key.signing());
    Files.writeString(folder.resolve("old-checkpoint"), rewritten.toString());
    assertThat(run("go").words()).contains("invalid transparency proof");
    Files.delete(folder.resolve("old-checkpoint"));
    replace("entry", "day 20", "day 19");
    assertThat(run("go").words()).contains("invalid transparency proof");
    replace("export/checkpoint", "\n(\\d+)\n", "\n1$1\n");
    assertThat(run("go").words()).contains("invalid signature");
  }

  @Test
  void sigstore_believes_the_signature_and_the_entry_and_no_other() throws Exception {
    assumeTrue(installed("npm"), "SKIPPED: there is no npm");
    assumeTrue(run("npm").code() == 0, "SKIPPED: npm could not fetch @sigstore/verify");
    save("check.js");
    var true_ = run("node");
    assertThat(true_.code()).as(true_.words()).isZero();
    assertThat(true_.words()).contains("proved: entry 300 of ");

    replace("entry", "day 20", "day 19");
    assertThat(run("node").words()).contains("calculated root hash does not match");
    replace("entry.tlog-proof", "\n(\\d+)\n(\\S{44})\n\n", "\n1$1\n$2\n\n");
    assertThat(run("node").words()).contains("invalid checkpoint signature");
  }

  private record Result(int code, String words) {}

  private Result run(String block) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder("bash", "-euc", block("sh " + block)).directory(folder.toFile());
    process.environment().put("LOG", "http://localhost:" + port + "/log");
    process.environment().put("ENTRY", "" + ENTRY);
    var words = folder.resolve("words");
    var running = process.redirectErrorStream(true).redirectOutput(words.toFile()).start();
    if (!running.waitFor(120, TimeUnit.SECONDS)) {
      running.destroyForcibly();
    }
    return new Result(running.waitFor(), Files.readString(words));
  }

  private static boolean installed(String program) throws Exception {
    return new ProcessBuilder("bash", "-c", "command -v " + program).start().waitFor() == 0;
  }

  private void save(String file) throws IOException {
    var language = file.substring(file.indexOf('.') + 1);
    Files.writeString(folder.resolve(file), block(language + " " + file));
  }

  private String block(String name) {
    var block =
        Pattern.compile("(?ms)^```" + Pattern.quote(name) + "\n(.*?)^```$").matcher(instructions);
    assertThat(block.find()).as("a block named %s", name).isTrue();
    return Objects.requireNonNull(block.group(1));
  }

  private void replace(String file, String pattern, String by) throws IOException {
    var path = folder.resolve(file);
    var text = Files.readString(path, UTF_8);
    assertThat(text).containsPattern(pattern);
    Files.writeString(path, text.replaceFirst(pattern, by));
  }
}
