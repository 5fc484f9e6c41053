package candour.audit.log;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The way to witnesses over HTTP; none of them can keep the log waiting or fill its memory. */
@Component
class WitnessDoor implements DisposableBean {

  /** What a witness answered. */
  record Reply(int status, String body) {}

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long LONGEST = 64 * 1024;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(Redirect.NEVER).build();

  /**
   * Sends a request to the witness under that address.
   *
   * @throws IOException if it does not answer in time, or without end
   */
  Reply ask(URI address, String request) throws IOException {
    var path = address.toString().replaceAll("/+$", "") + "/add-checkpoint";
    var post =
        HttpRequest.newBuilder(URI.create(path))
            .timeout(PATIENCE)
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(BodyPublishers.ofString(request))
            .build();
    var answer = client.sendAsync(post, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST));
    try {
      var response = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return new Reply(response.statusCode(), response.body());
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("no answer within " + PATIENCE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void destroy() {
    client.shutdownNow();
  }
}
