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
    assertThat(both.lines()).hasSize(3);
    assertThat(Checkpoint.open(both, old)).isEqualTo(TREE);
    assertThat(Checkpoint.open(both, fresh)).isEqualTo(TREE);
    assertThat(both.lines().getFirst()).isEqualTo(rotated.sign(TREE, AFTER).lines().getFirst());
    var after = rotated.sign(TREE, AFTER);
    assertThat(after.lines()).hasSize(2);
    assertThatThrownBy(() -> Checkpoint.open(after, old)).isInstanceOf(NotProven.class);
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
    return new LogKey(
        OwnHome.in(folder),
        "log.example",
        new KeySettings(List.of(rotations), Period.ofDays(90)),
        OwnHome.days(new MovableClock()));
  }
}
