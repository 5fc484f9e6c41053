package candour.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.Hash;
import candour.audit.merkle.NotProven;
import candour.platform.OwnHome;
import candour.support.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log takes a new key on its day, and for a while the one before it signs as well. */
class LogKeyTests {

  private static final LocalDate ROTATION = LocalDate.of(2027, 1, 15);
  private static final Instant BEFORE = Instant.parse("2027-01-14T12:00:00Z");
  private static final Instant DURING = Instant.parse("2027-02-01T12:00:00Z");
  private static final Instant AFTER = Instant.parse("2027-05-01T12:00:00Z");
  private static final String WHY = "The database was restored from its backup.";
  private static final Checkpoint TREE = new Checkpoint("log.example", 1, Hash.OF_NOTHING);

  @TempDir Path folder;

  @Test
  void both_keys_sign_while_they_overlap_the_new_one_first() {
    var once = key();
    var rotated = key(ROTATION);
    assertThat(rotated.turns()).hasSize(2);
    var old = rotated.turns().getFirst().verifier();
    var fresh = rotated.turns().getLast().verifier();
    assertThat(old).isEqualTo(once.turns().getFirst().verifier()).isNotEqualTo(fresh);
    assertThat(rotated.sign(TREE, BEFORE).lines()).hasSize(2);
    var both = rotated.sign(TREE, DURING);
    assertThat(both.lines()).hasSize(4);
    assertThat(Checkpoint.open(both, old)).isEqualTo(TREE);
    assertThat(Checkpoint.open(both, fresh)).isEqualTo(TREE);
    assertThat(both.lines().getFirst()).isEqualTo(rotated.sign(TREE, AFTER).lines().getFirst());
    var after = rotated.sign(TREE, AFTER);
    assertThat(after.lines()).hasSize(2);
    assertThatThrownBy(() -> Checkpoint.open(after, old)).isInstanceOf(NotProven.class);
  }

  @Test
  void the_keys_that_outlast_ed25519_change_with_it_and_overlap_as_long() {
    var rotated = key(ROTATION);
    var old = rotated.turns().getFirst().second();
    var fresh = rotated.turns().getLast().second();
    assertThat(old).isEqualTo(key().turns().getFirst().second()).isNotEqualTo(fresh);
    for (var day : List.of(BEFORE, DURING, AFTER)) {
      var note = rotated.sign(TREE, day);
      for (var key : List.of(old, fresh)) {
        assertThat(key.signed(note))
            .as("%s on %s", key.vkey(), day)
            .isEqualTo(signs(key == old, day));
        if (key.signed(note)) {
          assertThat(key.verify(note).at()).isEqualTo(day);
        }
      }
      assertThat(rotated.isCosigned(note, day)).isTrue();
    }
    assertThat(rotated.isCosigned(rotated.sign(TREE, BEFORE), DURING)).isFalse();
  }

  private static boolean signs(boolean old, Instant day) {
    return old ? !day.equals(AFTER) : !day.equals(BEFORE);
  }

  @Test
  void three_keys_at_once_are_refused_at_the_start() {
    assertThatThrownBy(() -> key(ROTATION, ROTATION.plusDays(90)))
        .hasMessageContaining("no more than two");
    assertThat(key(ROTATION, ROTATION.plusDays(91)).turns()).hasSize(3);
  }

  @Test
  void a_log_that_goes_on_has_keys_of_its_own_and_reads_what_the_ended_one_signed() {
    var before = key();
    var signed = before.sign(TREE, BEFORE);
    assertThatThrownBy(() -> key(new Lineage("log.example-2", List.of("other.example"), WHY)))
        .hasMessageContaining("The log's key is that of log.example");
    var after = key(new Lineage("log.example-2", List.of("log.example"), WHY));
    assertThat(after.verifier()).isNotEqualTo(before.verifier());
    assertThat(after.verifier().name()).isEqualTo("log.example-2");
    assertThat(after.open(signed, BEFORE)).isEqualTo(TREE);
    assertThat(after.generation(TREE)).isZero();
    var own = new Checkpoint("log.example-2", 2, Hash.OF_NOTHING);
    assertThat(after.open(after.sign(own, DURING), DURING)).isEqualTo(own);
    assertThat(after.generation(own)).isEqualTo(1);
    assertThatThrownBy(() -> new Lineage("a", List.of("b"), " ")).hasMessageContaining("why");
    assertThatThrownBy(() -> new Lineage("a", List.of("a"), WHY)).hasMessageContaining("name of");
  }

  @Test
  void what_only_a_retired_key_signed_after_its_end_is_refused() {
    var rotated = key(ROTATION);
    var old = rotated.sign(TREE, BEFORE);
    assertThat(rotated.open(old, BEFORE)).isEqualTo(TREE);
    assertThat(rotated.open(old, DURING)).isEqualTo(TREE);
    assertThatThrownBy(() -> rotated.open(old, AFTER)).isInstanceOf(NotProven.class);
    var fresh = rotated.sign(TREE, AFTER);
    assertThat(rotated.open(fresh, AFTER)).isEqualTo(TREE);
    assertThatThrownBy(() -> rotated.open(fresh, BEFORE)).isInstanceOf(NotProven.class);
  }

  @Test
  void the_secret_of_a_retired_key_may_be_taken_away() throws IOException {
    var old = key().turns().getFirst().verifier();
    var before = key(ROTATION).sign(TREE, BEFORE);
    Files.writeString(folder.resolve("secrets/log-key"), old.vkey());
    var rotated = key(ROTATION);
    assertThat(rotated.open(before, BEFORE)).isEqualTo(TREE);
    assertThat(rotated.sign(TREE, AFTER).lines()).hasSize(2);
    assertThatThrownBy(() -> rotated.sign(TREE, DURING)).hasMessageContaining("is still needed");
  }

  @Test
  void days_out_of_order_are_refused_at_the_start() {
    assertThatThrownBy(() -> key(ROTATION, ROTATION)).hasMessageContaining("in their order");
  }

  private LogKey key(LocalDate... rotations) {
    return key(new Lineage("log.example", List.of(), ""), rotations);
  }

  private LogKey key(Lineage lineage, LocalDate... rotations) {
    return new LogKey(
        OwnHome.in(folder),
        lineage,
        new KeySettings(List.of(rotations), Period.ofDays(90)),
        OwnHome.days(new MovableClock()));
  }
}
