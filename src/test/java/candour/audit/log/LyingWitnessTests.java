package candour.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import candour.audit.log.WitnessSettings.Configured;
import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.CosignatureScheme;
import candour.audit.merkle.CosigningKey;
import candour.audit.merkle.SignedNote;
import candour.audit.merkle.Tree;
import candour.audit.merkle.WitnessRequest;
import candour.audit.witness.WitnessAtHome;
import candour.platform.Home;
import candour.support.MovableClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Witnesses that fail, lie, or have seen another log than this one. */
@LogTest
@ExtendWith(OutputCaptureExtension.class)
class LyingWitnessTests {

  @Autowired WitnessBench witnessing;
  @Autowired LogBench bench;
  @Autowired PublishedLog log;
  @Autowired LogKey key;
  @Autowired Home home;
  @Autowired MovableClock time;

  @TempDir Path folder;
  private WitnessAtHome witness;

  @BeforeEach
  void invite() throws IOException {
    witness = witnessing.invite(folder);
  }

  @AfterEach
  void leave() {
    witness.close();
  }

  @Test
  void a_witness_that_fails_is_left_in_peace_for_a_while() throws IOException {
    var asked = new AtomicInteger();
    try (var broken = Liar.at(_ -> "", 500, asked)) {
      var asking = witnessing.asking("any", WitnessBench.at(broken.url()));
      asking.determined();
      asking.submission.run();
      asking.submission.run();
      assertThat(asked).hasValue(1);
      time.set(Instant.now().plus(Duration.ofMinutes(16)));
      asking.submission.run();
      assertThat(asked).hasValue(2);
    }
  }

  @Test
  void lies_are_not_taken_in() throws IOException {
    var strange = CosigningKey.generate("other.example", CosignatureScheme.ED25519);
    List<UnaryOperator<String>> lies =
        List.of(
            _ -> "",
            _ -> "\n",
            _ -> "— nonsense\n",
            _ -> "x".repeat(70_000),
            _ -> strange.cosign(log.required().checkpoint(), Instant.now()).toString(),
            _ -> other(witness, Instant.now()),
            request -> request);
    for (var lie : lies) {
      try (var liar = Liar.at(lie, 200, new AtomicInteger())) {
        var asking =
            witnessing.asking(
                "any", new Configured("Liar", witness.key().vkey(), URI.create(liar.url())));
        var caseId = asking.determined();
        asking.submission.run();
        assertThat(witnessing.vouchedFor(caseId)).isFalse();
        assertThat(log.required().note().lines()).hasSize(2);
      }
    }
  }

  /** A cosignature of that witness over another checkpoint of this log than the newest. */
  private String other(WitnessAtHome witness, Instant now) {
    var checkpoint = new Checkpoint(key.verifier().name(), 1, Tree.of(List.of(new byte[1])).root());
    var request = new WitnessRequest(0, List.of(), key.sign(checkpoint, now));
    try {
      return SignedNote.parse(witness.cosign(request.toString())).lines().getLast().toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_witness_that_has_seen_more_than_there_is_stops_the_log(CapturedOutput out)
      throws IOException {
    stops(Liar.at(_ -> "99999999\n", 409, new AtomicInteger()), out, "more than there are");
  }

  @Test
  void a_witness_that_has_seen_another_log_stops_it(CapturedOutput out) throws IOException {
    stops(Liar.at(_ -> "no", 422, new AtomicInteger()), out, "has cosigned another log");
    stops(Liar.at(_ -> "0\n", 409, new AtomicInteger()), out, "has cosigned another log");
  }

  private void stops(Liar liar, CapturedOutput out, String words) throws IOException {
    try (liar) {
      var asking = witnessing.asking("any", WitnessBench.at(liar.url()));
      asking.determined();
      asking.submission.run();
      var before = log.required().note();
      asking.determined();
      assertThat(log.required().note()).isEqualTo(before);
      assertThat(out).contains("ALARM: the decision log has stopped", words);
    } finally {
      Files.deleteIfExists(home.folder("log").resolve("stopped"));
      bench.run();
    }
  }

  @Test
  void a_witness_that_tells_another_size_each_time_is_given_up() throws IOException {
    var asked = new AtomicInteger();
    try (var liar = Liar.at(_ -> "%d\n".formatted(asked.get() % 2 + 1), 409, asked)) {
      var asking = witnessing.asking("any", WitnessBench.at(liar.url()));
      asking.determined();
      asking.submission.run();
      assertThat(asked).hasValue(2);
      assertThat(home.folder("log").resolve("stopped")).doesNotExist();
    }
  }
}
