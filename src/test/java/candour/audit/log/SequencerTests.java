package candour.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.Hash;
import candour.audit.merkle.Leaf;
import candour.audit.merkle.NotProven;
import candour.audit.merkle.Tree;
import candour.platform.Home;
import candour.support.MovableClock;
import candour.support.Races;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@LogTest
@ExtendWith(OutputCaptureExtension.class)
class SequencerTests {

  @Autowired LogBench bench;
  @Autowired Sequencer sequencer;
  @Autowired Signer signer;
  @Autowired Places places;
  @Autowired PublishedLog log;
  @Autowired KeptCheckpoint kept;
  @Autowired LogKey key;
  @Autowired Home home;
  @Autowired MovableClock time;

  @Test
  void places_are_dense_though_facts_rolled_back_and_several_sequenced_at_once() throws Exception {
    bench.grow(1);
    var before = size();
    bench.happen(400);
    Races.atOnce(8, Executors.callable(sequencer::run));
    bench.run();
    assertThat(size()).isEqualTo(before + 267);
    assertThat(bench.count("select count(*) from audit.leaf")).isEqualTo(size());
    assertThat(bench.count("select max(leaf_index) + 1 from audit.leaf")).isEqualTo(size());
    assertThat(signer.confirmAll()).isEqualTo(size());
  }

  @Test
  void a_leaf_is_that_of_an_entry() {
    bench.grow(1);
    for (var forged :
        List.of(
            "values (cast(1000000 as bigint), gen_random_uuid(), cast('x' as bytea))",
            "select 1000000, entry_id, cast('x' as bytea) from audit.entry limit 1")) {
      assertThatThrownBy(() -> bench.count("insert into audit.leaf " + forged + " returning 1"))
          .hasMessageContaining("a leaf is that of an entry");
    }
  }

  @Test
  void days_keep_their_order_within_a_batch() {
    bench.grow(1);
    var from = size();
    bench.happen(6);
    time.set(Instant.now().minus(Duration.ofDays(1)));
    bench.happen(6);
    time.reset();
    bench.run();
    List<Leaf> batch = new ArrayList<>();
    for (var index = from; index < size(); index++) {
      batch.add(Leaf.parse(log.entry(index)));
    }
    assertThat(batch).hasSize(8).extracting(Leaf::day).isSorted();
    assertThat(batch.getFirst().day()).isBefore(batch.getLast().day());
  }

  @Test
  void after_a_crash_before_the_signature_the_same_bytes_are_signed() {
    bench.grow(1);
    bench.happen(5);
    assertThat(sequencer.integrate()).isEqualTo(4);
    var head = places.alone(places::head).orElseThrow();
    var expected =
        key.sign(
            new Checkpoint(key.verifier().name(), head.tree().size(), head.root()), Instant.EPOCH);
    assertThat(log.required().checkpoint().size()).isLessThan(head.tree().size());

    kept.write(expected);
    bench.run();

    assertThat(log.required().note()).isEqualTo(expected);
    assertThat(kept.read()).contains(expected);
  }

  @Test
  void a_lost_file_of_the_last_checkpoint_is_made_up_for_by_the_published_one() throws Exception {
    bench.grow(2);
    var before = size();
    Files.delete(keptFile());
    bench.grow(2);
    assertThat(size()).isEqualTo(before + 2);
    assertThat(kept.read()).contains(log.required().note());
  }

  private Path keptFile() {
    return home.folder("log").resolve("checkpoint");
  }

  @Test
  void a_database_smaller_than_what_was_signed_is_neither_signed_nor_added_to(CapturedOutput out) {
    bench.grow(2);
    var signed = log.required().note();
    var ahead = Tree.of(List.of(new byte[] {1})).root();
    stopsAt(new Checkpoint(key.verifier().name(), size() + 1, ahead), out);
    assertThat(out).contains("the database has only");
    kept.write(signed);
    bench.run();
  }

  @Test
  void a_log_that_does_not_extend_what_was_signed_is_neither_signed_nor_added_to(
      CapturedOutput out) {
    bench.grow(3);
    var signed = log.required().note();
    stopsAt(new Checkpoint(key.verifier().name(), size() - 1, Hash.OF_NOTHING), out);
    kept.write(signed);
    bench.run();
  }

  private void stopsAt(Checkpoint other, CapturedOutput out) {
    var before = log.required().note();
    kept.write(other.sign(key.signing()));
    bench.happen(1);
    sequencer.run();
    assertThat(out).contains("ALARM: the decision log has stopped");
    assertThat(log.required().note()).isEqualTo(before);
    assertThat(bench.count("select count(*) from audit.unsequenced")).isEqualTo(1);
  }

  @Test
  void an_entry_that_changed_since_its_fact_is_not_signed(CapturedOutput out) {
    bench.grow(1);
    var before = size();
    bench.happen(1);
    sequencer.integrate();
    var last = "entry_id = (select entry_id from audit.leaf where leaf_index = " + before + ")";
    bench.forge(
        "audit.entry",
        "update audit.entry set leaf = replace(encode(leaf, 'escape'), 'policy 2', 'policy 1')::bytea where "
            + last);
    sequencer.run();
    assertThat(out).contains("ALARM", "entry " + before + " is not the one hashed");
    assertThat(size()).isEqualTo(before);
    bench.forge(
        "audit.entry",
        "update audit.entry e set leaf = l.leaf from audit.leaf l where l.entry_id = e.entry_id");
    bench.run();
    assertThat(size()).isEqualTo(before + 1);
  }

  @Test
  void reading_everything_again_finds_a_leaf_that_was_edited_after_its_signature(
      CapturedOutput out) {
    bench.grow(3);
    sequencer.check();
    assertThat(out).contains("All " + size() + " signed entries of the decision log are as signed");
    bench.forge(
        "audit.leaf",
        "update audit.leaf set leaf = replace(encode(leaf, 'escape'), 'policy 20', 'policy 19')::bytea"
            + " where leaf_index = 1");
    assertThatThrownBy(signer::confirmAll).isInstanceOf(NotProven.class).hasMessageContaining("1");
    sequencer.check();
    assertThat(out).contains("ALARM: the decision log is not as signed");
    bench.forge(
        "audit.leaf",
        "update audit.leaf l set leaf = e.leaf from audit.entry e where l.entry_id = e.entry_id");
  }

  private long size() {
    return log.latest().map(signed -> signed.checkpoint().size()).orElse(0L);
  }
}
