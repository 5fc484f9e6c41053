package candour.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.audit.log.WitnessSettings.Configured;
import candour.audit.merkle.Checkpoint;
import candour.audit.witness.WitnessAtHome;
import candour.platform.Acting;
import candour.support.Samples;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On what answers rest, with witnesses and without. */
@LogTest
@ExtendWith(OutputCaptureExtension.class)
class WitnessingTests {

  @Autowired WitnessBench witnessing;
  @Autowired LogBench bench;
  @Autowired PublishedLog log;
  @Autowired LogKey key;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("sequencerDataSource")
  HikariDataSource pool;

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
  void an_answer_rests_on_what_enough_witnesses_have_cosigned() {
    var asking = witnessing.asking("any", WitnessBench.of(witness, false));
    var caseId = asking.determined();
    assertThat(witnessing.vouchedFor(caseId)).isFalse();
    assertThat(log.required().note().lines()).hasSize(2);

    asking.submission.run();
    var note = log.required().note();
    assertThat(note.lines()).hasSize(3);
    assertThat(Checkpoint.open(note, key.verifier()).size()).isEqualTo(log.vouched());
    assertThat(key.second().verify(note).at()).isAfter(Instant.EPOCH);
    assertThat(witness.key().verify(note).at()).isAfter(Instant.EPOCH);
    assertThat(witnessing.vouchedFor(caseId)).isTrue();

    var before = note;
    asking.submission.run();
    assertThat(log.required().note()).isEqualTo(before);
  }

  @Test
  void two_of_three_must_have_cosigned() throws IOException {
    try (var second =
        new WitnessAtHome(folder.resolve("w2"), "second.example", key.verifier().vkey())) {
      var two = new Configured("Second", second.key().vkey(), URI.create(second.url()));
      var down = WitnessBench.at("http://localhost:1");
      var caseId = witnessing.asking("2", WitnessBench.of(witness, false), two, down).determined();
      witnessing
          .asking(
              "2",
              WitnessBench.of(witness, false),
              new Configured("Second", two.vkey(), null),
              down)
          .submission
          .run();
      assertThat(witnessing.vouchedFor(caseId)).isFalse();
      witnessing.asking("2", WitnessBench.of(witness, false), two, down).submission.run();
      assertThat(witnessing.vouchedFor(caseId)).isTrue();
    }
  }

  @Test
  void a_witness_that_knows_more_than_the_log_remembers_is_asked_from_there() throws IOException {
    var asking = witnessing.asking("any", WitnessBench.of(witness, false));
    asking.determined();
    witness.cosign(log.request(0, log.required()).toString());
    var caseId = asking.determined();
    asking.submission.run();
    assertThat(witnessing.vouchedFor(caseId)).isTrue();
  }

  @Test
  void after_a_day_answers_go_out_without_witnesses_and_the_log_says_so(CapturedOutput out) {
    var asking = witnessing.asking("any", WitnessBench.at("http://localhost:1"));
    var caseId = asking.determined();
    asking.submission.run();
    assertThat(witnessing.vouchedFor(caseId)).isFalse();

    var missed = "select count(*) from audit.entry where class = 'log.witness-missed'";
    var before = bench.count(missed);
    var late = witnessing.asking(Duration.ZERO, "any", WitnessBench.at("http://localhost:1"));
    late.submission.run();
    assertThat(witnessing.vouchedFor(caseId)).isTrue();
    assertThat(bench.count(missed)).isEqualTo(before + 1);
    assertThat(out).contains("ALARM: too few witnesses have cosigned");
    late.sequencer.run();
    late.submission.run();
    assertThat(bench.count(missed))
        .as("nobody waits for the exception itself")
        .isEqualTo(before + 1);
  }

  @Test
  void a_policy_file_has_its_quorum() {
    var policy =
        witnessing.asking(
                "2", WitnessBench.of(witness, true), WitnessBench.at("http://localhost:1"))
            .witnesses;
    var ids = policy.all().get(0).id() + " " + policy.all().get(1).id();
    assertThat(policy.policy(key)).contains("group witnesses 2 " + ids + "\nquorum witnesses\n");
  }

  @Test
  void settings_that_make_no_sense_keep_the_portal_from_starting() {
    for (var quorum : List.of("3", "-1", "most", "")) {
      assertThatThrownBy(() -> witnessing.asking(quorum, WitnessBench.of(witness, true)))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() ->
            witnessing.asking(
                "any", WitnessBench.of(witness, true), WitnessBench.of(witness, false)))
        .hasMessageContaining("share a key");
    assertThat(witnessing.asking("any").witnesses.quorum()).isZero();
    assertThat(witnessing.asking("all", WitnessBench.of(witness, true)).witnesses.quorum())
        .isEqualTo(1);
  }

  @Test
  void the_database_itself_refuses_what_nobody_vouches_for() {
    var asking = witnessing.asking("any", WitnessBench.of(witness, true));
    asking.determined();
    var size = log.required().checkpoint().size();
    var sequencer = JdbcClient.create(pool);
    var columns = "insert into audit.vouched (size, basis, quorum, entry_id) values (" + size;
    for (var row :
        List.of(
            ", 'WITNESSES', 1, null)",
            ", 'WITNESSES', 0, null)",
            ", 'SIGNATURE', 1, null)",
            ", 'MISSED', 1, null)",
            ", 'MISSED', 1, (select entry_id from audit.leaf where leaf_index = 0))")) {
      assertThatThrownBy(() -> sequencer.sql(columns + row).update()).as(row).isNotNull();
    }
    assertThatThrownBy(() ->
            samples.as(
                Acting.system(), () -> jdbc.sql(columns + ", 'SIGNATURE', 0, null)").update()))
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> sequencer.sql("delete from audit.vouched").update()).isNotNull();
    assertThat(log.vouched()).isLessThan(size);
  }
}
