package candour.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import candour.audit.merkle.NotProven;
import candour.audit.merkle.Tile;
import candour.platform.Throttle;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The log's files, for programs (c2sp.org/tlog-tiles) and for people who check one entry. */
@Controller
class LogFiles {

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String BYTES = "application/octet-stream";

  /** What is under a signature never changes. */
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  /** What a place may ask of the whole log in an hour: all of it is read for each. */
  private static final int EXPORTS_A_PLACE = 60;

  private static final String ASK_AGAIN = "no-cache";
  private static final String INDEX = "{index:0|[1-9][0-9]{0,17}}";

  private final PublishedLog log;
  private final LogKey key;
  private final Witnesses witnesses;
  private final Throttle throttle;

  LogFiles(PublishedLog log, LogKey key, Witnesses witnesses, Throttle throttle) {
    this.log = log;
    this.key = key;
    this.witnesses = witnesses;
    this.throttle = throttle;
  }

  @GetMapping("/log/checkpoint")
  void checkpoint(HttpServletResponse response) throws IOException {
    send(response, TEXT, ASK_AGAIN, log.required().note().toString().getBytes(UTF_8));
  }

  @GetMapping("/log/tile/{*path}")
  void tile(@PathVariable String path, HttpServletResponse response) throws IOException {
    send(response, BYTES, FOR_EVER, log.tile(Tile.parse("tile" + path), log.required()));
  }

  @GetMapping("/log/vkey")
  void vkey(HttpServletResponse response) throws IOException {
    send(response, TEXT, ASK_AGAIN, (key.verifier().vkey() + "\n").getBytes(UTF_8));
  }

  @GetMapping("/log/policy")
  void policy(HttpServletResponse response) throws IOException {
    var policy = witnesses.policy(key);
    send(response, TEXT, ASK_AGAIN, policy.getBytes(UTF_8));
  }

  @GetMapping("/log/entry/" + INDEX)
  void entry(@PathVariable long index, HttpServletResponse response) throws IOException {
    send(response, TEXT, FOR_EVER, log.entry(index));
  }

  @GetMapping("/log/proof/" + INDEX)
  void proof(@PathVariable long index, HttpServletResponse response) throws IOException {
    download(response, "entry-" + index + ".tlog-proof");
    send(response, TEXT, ASK_AGAIN, log.proof(index).toString().getBytes(UTF_8));
  }

  @GetMapping("/log/VerifyLog.java")
  void verifier(HttpServletResponse response) throws IOException {
    send(response, TEXT, ASK_AGAIN, Export.resource("VerifyLog.java"));
  }

  @GetMapping("/log/VerifyReceipt.java")
  void receiptVerifier(HttpServletResponse response) throws IOException {
    send(response, TEXT, ASK_AGAIN, Export.resource("VerifyReceipt.java"));
  }

  @GetMapping("/log/for-anyone.md")
  void instructions(HttpServletResponse response) throws IOException {
    send(response, TEXT, ASK_AGAIN, Export.resource("for-anyone.md"));
  }

  @GetMapping("/log/export.zip")
  void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!throttle.allows("log-export", request.getRemoteAddr(), EXPORTS_A_PLACE)) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    var signed = log.required();
    download(response, "export.zip");
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
    Export.write(log, signed, key.verifier().vkey(), response.getOutputStream());
  }

  /** No such tile, or not the one spelling of its name. */
  @ExceptionHandler
  void missing(NotProven e, HttpServletResponse response) throws IOException {
    response.sendError(404);
  }

  private static void download(HttpServletResponse response, String name) {
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
  }

  private static void send(
      HttpServletResponse response, String type, String caching, byte[] content)
      throws IOException {
    response.setContentType(type);
    response.setHeader(HttpHeaders.CACHE_CONTROL, caching);
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}
