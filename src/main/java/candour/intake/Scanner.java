package candour.intake;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks clamd whether a file is known to do harm, where one is configured ({@code INSTREAM},
 * clamd(8)). Where it does not answer, nothing is taken in.
 */
@Component
class Scanner {

  private static final Logger LOG = LoggerFactory.getLogger(Scanner.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int CHUNK = 1 << 16;
  private static final int LONGEST_ANSWER = 4_096;

  private final ScannerSettings settings;

  Scanner(ScannerSettings settings) {
    this.settings = settings;
    if (!settings.isConfigured()) {
      LOG.warn("No virus scanner is configured (candour.scanner.clamd): files are redrawn only");
    }
  }

  /** What the scanner said; clean where there is none, for every file is drawn anew. */
  enum Verdict {
    CLEAN,
    INFECTED,
    NO_ANSWER
  }

  Verdict scan(byte[] content) {
    if (!settings.isConfigured()) {
      return Verdict.CLEAN;
    }
    try (ExecutorService line = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = line.submit((Callable<String>) () -> answer(content));
      try {
        return verdict(asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
      } finally {
        asked.cancel(true);
      }
    } catch (ExecutionException | TimeoutException silent) {
      LOG.error("The virus scanner does not answer: {}", silent.toString());
      return Verdict.NO_ANSWER;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Verdict.NO_ANSWER;
    }
  }

  private static Verdict verdict(String answer) {
    if (answer.equals("stream: OK")) {
      return Verdict.CLEAN;
    }
    return answer.endsWith(" FOUND") ? Verdict.INFECTED : Verdict.NO_ANSWER;
  }

  private String answer(byte[] content) throws IOException {
    try (var channel = open();
        var out = new DataOutputStream(Channels.newOutputStream(channel));
        var in = Channels.newInputStream(channel)) {
      out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
      for (int from = 0; from < content.length; from += CHUNK) {
        int length = Math.min(CHUNK, content.length - from);
        out.writeInt(length);
        out.write(content, from, length);
      }
      out.writeInt(0);
      out.flush();
      return line(in);
    }
  }

  private SocketChannel open() throws IOException {
    var path = settings.socket();
    if (path != null) {
      var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      channel.connect(UnixDomainSocketAddress.of(path));
      return channel;
    }
    return SocketChannel.open(settings.address());
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next > 0 && line.size() < LONGEST_ANSWER; next = in.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
