package candour.audit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import candour.audit.witness.Answer.Refused;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Offers a witness to its logs over HTTP; TLS is for a proxy before it. */
final class WitnessServer implements AutoCloseable {

  /** A checkpoint with 16 post-quantum signatures and the longest proof stay below. */
  static final int LARGEST = 128 * 1024;

  /** More requests than this at once are asked to come again. */
  private static final int AT_ONCE = 64;

  static {
    limit("maxReqTime", "10");
    limit("maxRspTime", "10");
    limit("maxIdleConnections", "64");
    limit("maxConnections", "512");
  }

  private final Witness witness;
  private final PrintStream journal;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(AT_ONCE);

  private WitnessServer(Witness witness, InetSocketAddress address, PrintStream journal)
      throws IOException {
    this.witness = witness;
    this.journal = journal;
    this.server = HttpServer.create(address, 0);
    server.setExecutor(threads);
    server.createContext("/", this::exchange);
  }

  /** Seconds and counts, unless the operator has set others. */
  private static void limit(String name, String value) {
    var property =
        (name.equals("maxConnections") ? "jdk.httpserver." : "sun.net.httpserver.") + name;
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  static WitnessServer start(Witness witness, InetSocketAddress address, PrintStream journal)
      throws IOException {
    var server = new WitnessServer(witness, address, journal);
    server.server.start();
    return server;
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      var answer = places.tryAcquire() ? admitted(exchange) : busy();
      journal.printf(
          "%s %d %s%n",
          Instant.now(), answer.status(), answer.words().replaceAll("\\p{Cntrl}", " "));
      var body = answer.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Answer busy() {
    return new Refused(503, "The witness is busy. Ask again in a minute.");
  }

  private Answer admitted(HttpExchange exchange) throws IOException {
    try {
      return answer(exchange);
    } catch (RuntimeException e) {
      e.printStackTrace(journal);
      return new Refused(500, "The witness cannot work; its operator has been told why.");
    } finally {
      places.release();
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals("/add-checkpoint")) {
      return new Refused(404, "This is a witness. It knows one address: /add-checkpoint.");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return new Refused(405, "A checkpoint is added by POST.");
    }
    var body = exchange.getRequestBody().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      return new Refused(413, "A request has at most 131,072 bytes.");
    }
    try {
      return witness.add(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      return new Refused(400, "A request is text in UTF-8.");
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
