package candour.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.CosignatureScheme;
import candour.audit.merkle.CosigningKey;
import candour.audit.merkle.Hash;
import candour.audit.merkle.SigningKey;
import candour.audit.merkle.WitnessRequest;
import candour.audit.witness.Answer.Conflict;
import candour.audit.witness.Answer.Cosigned;
import candour.support.Races;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTests {

  private static final String ORIGIN = "candour.example/log";
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final SigningKey LOG_KEY = SigningKey.generate(ORIGIN);
  private static final GrowingLog LOG = new GrowingLog(LOG_KEY, 40, 1);
  private static final GrowingLog FORK = new GrowingLog(LOG_KEY, 40, 2);
  private static final List<CosigningKey> KEYS = Keys.generate("witness.example/w1");
  private static final CosigningKey QUICK = KEYS.getFirst();

  @TempDir Path folder;
  private LastSeen seen;
  private Witness witness;

  @BeforeEach
  void begin() throws IOException {
    seen = new LastSeen(folder);
    seen.begin();
    witness = witness(KEYS, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Witness witness(List<CosigningKey> keys, Clock clock) {
    return new Witness(Map.of(ORIGIN, LOG_KEY.verifier()), keys, seen, clock);
  }

  @Test
  void a_checkpoint_is_cosigned_with_both_keys_and_the_time() {
    var answer = witness.add(LOG.request(0, 7).toString());
    assertThat(answer.status()).isEqualTo(200);
    var note = ((Cosigned) answer).note();
    for (var key : KEYS) {
      assertThat(key.cosigner().verify(note).at()).isEqualTo(NOW);
    }
    assertThat(answer.body()).startsWith("— witness.example/w1 ").endsWith("\n");
    assertThat(note).hasToString(LOG.signed(7) + answer.body());
  }

  /** Every state, every new size: the true proof is accepted, its neighbours are not. */
  @Test
  void exactly_the_true_proofs_are_accepted() {
    var quick = witness(List.of(QUICK), Clock.fixed(NOW, ZoneOffset.UTC));
    for (var old = 0; old <= 40; old++) {
      for (var size = old; size <= 40; size++) {
        seen.keep(LOG.at(old));
        var request = LOG.request(old, size);
        for (var proof : wrong(old, size, request.proof())) {
          var lie = new WitnessRequest(old, proof, request.checkpoint());
          assertThat(quick.add(lie.toString()).status()).as("%d to %d", old, size).isEqualTo(422);
        }
        assertThat(seen.of(ORIGIN)).isEqualTo(LOG.at(old));
        assertThat(quick.add(request.toString()).status()).isEqualTo(200);
        assertThat(seen.of(ORIGIN)).isEqualTo(LOG.at(size));
      }
    }
  }

  private static List<List<Hash>> wrong(int old, int size, List<Hash> proof) {
    List<List<Hash>> wrong = new ArrayList<>();
    wrong.add(with(proof, Hash.OF_NOTHING));
    if (!proof.isEmpty()) {
      wrong.add(proof.subList(1, proof.size()));
      wrong.add(proof.subList(0, proof.size() - 1));
      wrong.add(proof.reversed());
    }
    if (old > 1) {
      wrong.add(LOG.request(old - 1, size).proof());
    }
    if (old < size) {
      wrong.add(LOG.request(old + 1, size).proof());
    }
    wrong.removeIf(proof::equals);
    return wrong;
  }

  private static List<Hash> with(List<Hash> proof, Hash more) {
    List<Hash> longer = new ArrayList<>(proof);
    longer.add(more);
    return longer;
  }

  @Test
  void every_size_but_the_last_cosigned_is_told_the_right_one() {
    seen.keep(LOG.at(9));
    for (var old = 0; old <= 12; old++) {
      var answer = witness.add(LOG.request(old, 12).toString());
      assertThat(answer.status()).isEqualTo(old == 9 ? 200 : 409);
      if (answer instanceof Conflict conflict) {
        assertThat(conflict.type()).isEqualTo("text/x.tlog.size");
        assertThat(conflict.body()).isEqualTo("9\n");
      }
      seen.keep(LOG.at(9));
    }
  }

  @Test
  void the_same_tree_is_cosigned_again_but_never_another_of_its_size() {
    seen.keep(LOG.at(9));
    assertThat(witness.add(LOG.request(9, 9).toString()).status()).isEqualTo(200);
    var fork = witness.add(FORK.request(9, 9).toString());
    assertThat(fork.status()).isEqualTo(409);
    assertThat(fork.words()).contains("ALARM", "two different trees of 9 entries");
    assertThat(witness.addAgain(FORK.request(9, 9).toString()).status()).isEqualTo(409);
    assertThat(seen.of(ORIGIN)).isEqualTo(LOG.at(9));
  }

  @Test
  void a_fork_is_never_cosigned_whatever_it_proves() {
    seen.keep(LOG.at(9));
    for (var old = 0; old <= 20; old++) {
      for (var size = old; size <= 20; size++) {
        var honest = FORK.request(old, size);
        var claimed = new WitnessRequest(Math.min(9, size), honest.proof(), FORK.signed(size));
        assertThat(witness.add(honest.toString()).status()).isIn(409, 422);
        assertThat(witness.add(claimed.toString()).status()).isIn(409, 422);
        assertThat(witness.addAgain(claimed.toString()).status()).isIn(409, 422);
      }
    }
    assertThat(seen.of(ORIGIN)).isEqualTo(LOG.at(9));
  }

  @Test
  void a_tree_without_entries_has_one_root() {
    assertThat(witness.add(LOG.request(0, 0).toString()).status()).isEqualTo(200);
    var odd = new Checkpoint(ORIGIN, 0, LOG.at(5).root()).sign(LOG_KEY);
    assertThat(witness.add(new WitnessRequest(0, List.of(), odd).toString()).status())
        .isEqualTo(409);
  }

  @Test
  void a_strange_log_a_strange_key_and_an_old_checkpoint_are_refused() {
    var elsewhere = SigningKey.generate("candour.example/elsewhere");
    assertThat(witness.add(new GrowingLog(elsewhere, 3, 1).request(0, 3).toString()).status())
        .isEqualTo(404);
    var thief = SigningKey.generate(ORIGIN);
    assertThat(witness.add(new GrowingLog(thief, 3, 1).request(0, 3).toString()).status())
        .isEqualTo(403);
    var foreign = new Checkpoint("candour.example/elsewhere", 3, LOG.at(3).root()).sign(LOG_KEY);
    assertThat(witness.add(new WitnessRequest(0, List.of(), foreign).toString()).status())
        .isEqualTo(404);
    seen.keep(LOG.at(9));
    assertThat(witness.add(LOG.request(5, 7).toString()).status()).isEqualTo(409);
    assertThat(witness.add(new WitnessRequest(9, List.of(), LOG.signed(7)).toString()).status())
        .isEqualTo(400);
    assertThat(seen.of(ORIGIN)).isEqualTo(LOG.at(9));
  }

  @Test
  void notes_of_strangers_beside_the_logs_own_line_are_ignored_up_to_sixteen() {
    var request = LOG.request(0, 5);
    var note = request.checkpoint();
    for (var i = 1; i < 16; i++) {
      note = note.with(QUICK.cosign(LOG.at(i), NOW));
    }
    var sixteen = new WitnessRequest(0, List.of(), note);
    assertThat(witness.add(sixteen.toString()).status()).isEqualTo(200);
    assertThat(witness.add(sixteen + note.lines().getLast().toString()).status()).isEqualTo(400);
  }

  @Test
  void hostile_texts_are_malformed() {
    var good = LOG.request(3, 7).toString();
    seen.keep(LOG.at(3));
    for (var bad :
        List.of(
            "",
            "\0",
            good.replace("\n", "\r\n"),
            good.replace("old 3", "old 3\r"),
            good.replace(ORIGIN, ORIGIN + "\u2028"),
            good.replace("\n7\n", "\n07\n"),
            good.replace("\n7\n", "\n7\nextension\n"),
            "old 3\n".repeat(10_000) + good,
            good + good)) {
      assertThat(witness.add(bad).status()).isEqualTo(400);
    }
    assertThat(seen.of(ORIGIN)).isEqualTo(LOG.at(3));
  }

  @Test
  void after_a_crash_between_keeping_and_answering_the_log_gets_its_cosignature() {
    var crashing = witness(KEYS, new CrashingClock());
    seen.keep(LOG.at(3));
    var request = LOG.request(3, 7).toString();
    assertThatThrownBy(() -> crashing.add(request)).hasMessage("power cut");

    var restarted = new LastSeen(folder);
    assertThat(restarted.of(ORIGIN)).isEqualTo(LOG.at(7));
    assertThat(witness.add(request).body()).isEqualTo("7\n");
    assertThat(witness.add(LOG.request(7, 7).toString()).status()).isEqualTo(200);
    assertThat(witness.addAgain(request).status()).isEqualTo(200);
    assertThat(witness.addAgain(LOG.request(3, 8).toString()).status()).isEqualTo(409);
  }

  /** Fails where the time is asked for, which is after the state was kept. */
  private static final class CrashingClock extends Clock {

    @Override
    public Instant instant() {
      throw new IllegalStateException("power cut");
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void of_twenty_that_come_at_once_one_is_cosigned() throws Exception {
    for (var round = 0; round < 5; round++) {
      var from = round * 5;
      List<Callable<Answer>> asks = new ArrayList<>();
      for (var i = 0; i < 20; i++) {
        var log = i % 2 == 0 || from > 0 ? LOG : FORK;
        asks.add(() -> witness.add(log.request(from, from + 5).toString()));
      }
      var answers = Races.atOnce(asks);
      assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
      assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(19);
      assertThat(seen.of(ORIGIN).size()).isEqualTo(from + 5);
      seen.keep(LOG.at(from + 5));
    }
  }

  @Test
  void logs_are_remembered_one_by_one() {
    seen.keep(LOG.at(3));
    seen.keep(new Checkpoint("candour.example/second", 8, Hash.OF_NOTHING));
    var reread = new LastSeen(folder);
    assertThat(reread.of(ORIGIN)).isEqualTo(LOG.at(3));
    assertThat(reread.of("candour.example/second").size()).isEqualTo(8);
    assertThat(reread.of("candour.example/third").size()).isZero();
  }

  @Test
  void a_lost_or_damaged_memory_is_not_an_empty_one() throws IOException {
    seen.keep(LOG.at(3));
    Files.writeString(folder.resolve("state"), "3 nonsense");
    assertThatThrownBy(() -> witness.add(LOG.request(0, 5).toString()))
        .isInstanceOf(Unusable.class)
        .hasMessageContaining("never begin anew");
    Files.delete(folder.resolve("state"));
    assertThatThrownBy(() -> witness.add(LOG.request(0, 5).toString()))
        .isInstanceOf(Unusable.class);
  }

  @Test
  void a_witness_may_cosign_in_one_way_only() {
    var one = witness(List.of(KEYS.getLast()), Clock.fixed(NOW, ZoneOffset.UTC));
    var answer = (Cosigned) one.add(LOG.request(0, 2).toString());
    assertThat(answer.lines()).hasSize(1);
    assertThat(KEYS.getLast().cosigner().scheme()).isEqualTo(CosignatureScheme.ML_DSA_44);
  }
}
