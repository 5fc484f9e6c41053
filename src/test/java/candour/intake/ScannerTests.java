package candour.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import candour.intake.PublicFile.Reason;
import candour.intake.PublicFile.Refused;
import candour.intake.Scanner.Verdict;
import candour.support.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannerTests {

  private static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
  private static final byte[] HARMLESS = "a".repeat(200_000).getBytes(StandardCharsets.US_ASCII);

  @Test
  void nothing_is_taken_in_while_the_scanner_is_away() throws IOException {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    var scanner = new Scanner(new ScannerSettings("127.0.0.1:" + port));
    assertThat(scanner.scan(HARMLESS)).isEqualTo(Verdict.NO_ANSWER);
    assertThat(((Refused) new PublicFiles(scanner).take("a.pdf", pdf())).reason())
        .isEqualTo(Reason.NOT_SCANNED);
  }

  @Test
  void an_answer_that_is_none_counts_as_none() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(() -> {
            try (var line = server.accept()) {
              line.getOutputStream().write("stream: maybe\0".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
              throw new IllegalStateException(gone);
            }
          });
      var scanner = new Scanner(new ScannerSettings("127.0.0.1:" + server.getLocalPort()));
      assertThat(scanner.scan(new byte[1])).isEqualTo(Verdict.NO_ANSWER);
    }
  }

  /** The real engine, with the one signature that this test gives it. */
  @Test
  void clamd_finds_the_test_virus_and_lets_the_rest_pass(@TempDir Path folder) throws Exception {
    var clamd = Path.of("/usr/sbin/clamd");
    assumeTrue(Files.isExecutable(clamd), "clamd is not installed");
    Files.writeString(
        folder.resolve("test.ndb"),
        "Eicar-Test:0:*:"
            + HexFormat.of().formatHex(EICAR.getBytes(StandardCharsets.US_ASCII))
            + "\n");
    var socket = folder.resolve("clamd.sock");
    var settings = folder.resolve("clamd.conf");
    Files.writeString(
        settings,
        """
        Foreground yes
        DatabaseDirectory %s
        LocalSocket %s
        StreamMaxLength 12M
        """
            .formatted(folder, socket));
    var process =
        new ProcessBuilder(clamd.toString(), "-c", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    try {
      var scanner = new Scanner(new ScannerSettings("unix:" + socket));
      Patience.until(() -> Files.exists(socket) && scanner.scan(HARMLESS) == Verdict.CLEAN);
      assertThat(scanner.scan(EICAR.getBytes(StandardCharsets.US_ASCII)))
          .isEqualTo(Verdict.INFECTED);
      assertThat(scanner.scan(HARMLESS)).isEqualTo(Verdict.CLEAN);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static byte[] pdf() {
    return "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
  }
}
