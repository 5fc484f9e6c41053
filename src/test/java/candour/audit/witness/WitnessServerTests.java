package candour.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;

import candour.audit.merkle.SignedNote;
import candour.audit.merkle.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessServerTests {

  private static final GrowingLog LOG =
      new GrowingLog(SigningKey.generate("candour.example/log"), 9, 1);

  @TempDir Path folder;
  private WitnessAtHome witness;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws IOException {
    witness = new WitnessAtHome(folder, "witness.example/w1", LOG.key.verifier().vkey());
  }

  @AfterEach
  void stop() {
    witness.close();
    client.close();
  }

  @Test
  void a_log_grows_and_is_cosigned_over_http() throws Exception {
    var first = post("/add-checkpoint", LOG.request(0, 4).toString());
    assertThat(first.statusCode()).isEqualTo(200);
    var cosigned = SignedNote.parse(LOG.signed(4) + first.body());
    assertThat(witness.key().verify(cosigned).line().name()).isEqualTo("witness.example/w1");

    var behind = post("/add-checkpoint", LOG.request(0, 9).toString());
    assertThat(behind.statusCode()).isEqualTo(409);
    assertThat(behind.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
    assertThat(behind.body()).isEqualTo("4\n");
    assertThat(post("/add-checkpoint", LOG.request(4, 9).toString()).statusCode()).isEqualTo(200);
  }

  @Test
  void every_refusal_has_its_status_and_words() throws Exception {
    assertThat(post("/add-checkpoint", "nonsense").statusCode()).isEqualTo(400);
    assertThat(post("/elsewhere", LOG.request(0, 4).toString()).statusCode()).isEqualTo(404);
    var stranger = new GrowingLog(SigningKey.generate("other.example/log"), 3, 1);
    var unknown = post("/add-checkpoint", stranger.request(0, 3).toString());
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("does not know the log other.example/log");
    var huge = post("/add-checkpoint", "x".repeat(WitnessServer.LARGEST + 1));
    assertThat(huge.statusCode()).isEqualTo(413);
    var bytes =
        client.send(
            request("/add-checkpoint")
                .POST(BodyPublishers.ofByteArray(new byte[] {(byte) 0xC3, 0x28}))
                .build(),
            BodyHandlers.ofString());
    assertThat(bytes.statusCode()).isEqualTo(400);
    var got = client.send(request("/add-checkpoint").GET().build(), BodyHandlers.ofString());
    assertThat(got.statusCode()).isEqualTo(405);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(witness.url() + path));
  }
}
