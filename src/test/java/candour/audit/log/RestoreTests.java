package candour.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.Leaf;
import candour.audit.merkle.WitnessRequest;
import candour.audit.witness.WitnessAtHome;
import candour.platform.Days;
import candour.platform.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * The database and the home come back from one backup, so that both have forgotten the same: only a
 * witness remembers.
 */
@LogTest
@ExtendWith(OutputCaptureExtension.class)
class RestoreTests {

  @Autowired WitnessBench witnessing;
  @Autowired LogBench bench;
  @Autowired Places places;
  @Autowired PublishedLog log;
  @Autowired LogKey key;
  @Autowired Home home;
  @Autowired Days days;

  @TempDir Path folder;
  private WitnessAtHome witness;
  private WitnessBench.Asking restarted;

  @BeforeEach
  void start() throws IOException {
    witness = witnessing.invite(folder);
    restarted = witnessing.asking("any", WitnessBench.of(witness, false));
  }

  @AfterEach
  void leave() throws IOException {
    witness.close();
    Files.deleteIfExists(home.folder("log").resolve("stopped"));
    bench.run();
  }

  @Test
  void a_portal_that_forgot_entries_asks_before_it_signs_and_then_signs_nothing(CapturedOutput out)
      throws IOException {
    var before = log.required();
    witness.cosign(later().toString());
    bench.happen(1);

    restarted.submission.askFirst();
    restarted.sequencer.run();

    assertThat(log.required().note()).isEqualTo(before.note());
    assertThat(bench.count("select count(*) from audit.unsequenced")).isEqualTo(1);
    assertThat(out)
        .contains(
            "ALARM: the decision log has stopped",
            "Honest has cosigned %d entries, more than there are"
                .formatted(before.checkpoint().size() + 1));
  }

  /** What the log had signed after its last backup: one entry more, which is gone now. */
  private WitnessRequest later() {
    var commit = log.required().checkpoint().root();
    var gone = new Leaf("test.gone", null, days.today(), "2026-11", null, commit);
    var tree = places.head().tree().append(List.of(gone.bytes())).tree();
    var checkpoint = new Checkpoint(key.verifier().name(), tree.size(), tree.root());
    return WitnessRequest.of(0, tree, key.sign(checkpoint, Instant.now()));
  }

  @Test
  void a_portal_that_forgot_nothing_goes_on_and_asks_once() {
    restarted.submission.askFirst();
    var first = log.required();
    assertThat(first.note().lines()).hasSize(3);
    bench.happen(1);
    restarted.submission.askFirst();
    restarted.sequencer.run();
    assertThat(log.required().checkpoint().size()).isEqualTo(first.checkpoint().size() + 1);
    assertThat(log.required().note().lines()).as("not shown to it yet").hasSize(2);
  }
}
