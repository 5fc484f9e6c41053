package candour.audit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import candour.audit.merkle.CosignatureScheme;
import candour.audit.merkle.CosignerKey;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** A witness in a folder of its own, for tests of those who ask it. */
public final class WitnessAtHome implements AutoCloseable {

  private final WitnessHome home;
  private final WitnessServer server;
  private final CosignerKey key;

  public WitnessAtHome(Path folder, String name, String logVkey) throws IOException {
    home = new WitnessHome(folder);
    key =
        home.create(name).stream()
            .map(CosignerKey::parse)
            .filter(each -> each.scheme() == CosignatureScheme.ML_DSA_44)
            .findFirst()
            .orElseThrow();
    Files.writeString(folder.resolve("logs"), logVkey + "\n");
    server =
        WitnessServer.start(
            home.open(Clock.systemUTC()),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
  }

  public String url() {
    return "http://localhost:" + server.port();
  }

  public CosignerKey key() {
    return key;
  }

  /** What the clerk carries back, or the words of the refusal. */
  public String cosign(String request) throws IOException {
    var answer = home.open(Clock.systemUTC()).addAgain(request);
    return answer instanceof Answer.Cosigned cosigned ? cosigned.note().toString() : answer.words();
  }

  @Override
  public void close() {
    server.close();
  }
}
