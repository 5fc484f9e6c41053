package candour.journeys;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The portal in a process of its own, so that it can be killed. */
final class Started implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Path output;
  private final int port;

  private Started(Process process, Path output, int port) {
    this.process = process;
    this.output = output;
    this.port = port;
  }

  /** Starts it with these settings and waits until it answers and has said these words. */
  static Started in(Path home, String words, String... settings)
      throws IOException, InterruptedException {
    int port = freePort();
    var output = Files.createTempFile("candour", ".log");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "candour.Portal",
                "--server.port=" + port,
                "--candour.home=" + home,
                "--candour.site.base-url=http://localhost:" + port));
    command.addAll(List.of(settings));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    var started = new Started(process, output, port);
    try {
      started.await(words);
      return started;
    } catch (IllegalStateException failed) {
      started.close();
      throw failed;
    }
  }

  int port() {
    return port;
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  private void await(String words) throws IOException, InterruptedException {
    var deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      if (!process.isAlive()) {
        throw new IllegalStateException("The portal did not start:\n" + output());
      }
      if (output().contains(words) && answers()) {
        return;
      }
      process.waitFor(Duration.ofMillis(200));
    }
    throw new IllegalStateException("The portal did not answer:\n" + output());
  }

  private boolean answers() throws InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/")).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Kills the portal as a power cut would; its database server lives on. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Kills the database server of that home likewise. */
  static void killDatabase(Path home) throws IOException {
    var pid = Files.readAllLines(home.resolve("postgres-data/postmaster.pid")).getFirst().strip();
    ProcessHandle.of(Long.parseLong(pid))
        .ifPresent(p -> {
          p.destroyForcibly();
          p.onExit().join();
        });
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
