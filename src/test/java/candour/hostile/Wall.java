package candour.hostile;

import candour.hostile.Gallery.Picture;
import candour.journeys.Chrome;
import candour.journeys.Inspection;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;

/** Where pictures of pages hang, with the files of the real ones, for a browser to look at. */
final class Wall implements AutoCloseable {

  private static final int BROWSERS = 2;
  private static final Pattern VERSION = Pattern.compile("-[0-9a-f]{32}(?=\\.\\w+$)");
  private static final Path FILES = Path.of("static");

  private final List<Picture> pictures;
  private final HttpServer server;

  private Wall(List<Picture> pictures, HttpServer server) {
    this.pictures = pictures;
    this.server = server;
  }

  static Wall hung(List<Picture> pictures) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var wall = new Wall(pictures, server);
    server.createContext("/", wall::show);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return wall;
  }

  private void show(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = VERSION.matcher(exchange.getRequestURI().getPath().substring(1)).replaceAll("");
      var file = FILES.resolve(path).normalize();
      if (path.matches("\\d+")) {
        var html = pictures.get(Integer.parseInt(path)).html().getBytes(StandardCharsets.UTF_8);
        send(exchange, "text/html; charset=utf-8", html);
      } else if (file.startsWith(FILES) && Files.isRegularFile(file)) {
        send(exchange, type(path), Files.readAllBytes(file));
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private static String type(String path) {
    return Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml")
        .getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.getResponseHeaders().add("Cache-Control", "max-age=600");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  /** What is wrong with any of them. */
  List<String> faults() throws Exception {
    var next = new AtomicInteger();
    try (var browsers = Executors.newFixedThreadPool(BROWSERS)) {
      var walks =
          browsers.invokeAll(
              IntStream.range(0, BROWSERS)
                  .<Callable<List<String>>>mapToObj(_ -> () -> walk(next))
                  .toList());
      var faults = new ArrayList<String>();
      for (var walk : walks) {
        faults.addAll(walk.get());
      }
      return faults;
    }
  }

  private List<String> walk(AtomicInteger next) {
    var driver = Chrome.open(1280, true, Path.of("target"));
    try {
      driver.executeCdpCommand(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", 320, "height", 700, "deviceScaleFactor", 1, "mobile", false));
      return Stream.generate(next::getAndIncrement)
          .takeWhile(each -> each < pictures.size())
          .flatMap(each -> faults(driver, each))
          .toList();
    } finally {
      driver.quit();
    }
  }

  private Stream<String> faults(ChromeDriver driver, int picture) {
    driver.get("http://localhost:" + server.getAddress().getPort() + "/" + picture);
    media(driver, "none", "no-preference");
    var access = Inspection.problems(driver);
    media(driver, "active", "reduce");
    var seen = (List<?>) Objects.requireNonNull(driver.executeScript(look()));
    return Stream.concat(access.stream(), seen.stream().map(String::valueOf))
        .map(fault -> pictures.get(picture).of() + ": " + fault);
  }

  private static void media(ChromeDriver driver, String colours, String motion) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "forced-colors", "value", colours),
                Map.of("name", "prefers-reduced-motion", "value", motion))));
  }

  private static String look() {
    try (var script = Objects.requireNonNull(Wall.class.getResourceAsStream("look.js"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
