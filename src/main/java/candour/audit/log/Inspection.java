package candour.audit.log;

import candour.audit.log.StoredCheckpoints.Stored;
import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.Hash;
import candour.audit.merkle.NotProven;
import candour.audit.merkle.SecondOpinion;
import candour.platform.Acting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads all tables of the log again, row by row: entries as they were written and as they were
 * placed, every tile, every root, every signature, and the times beside them. Names the first that
 * is not as it was.
 */
@Component
class Inspection {

  /** By how much one clock of the database may seem to run backwards. */
  static final Duration SKEW = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final LogKey key;
  private final KeptCheckpoint kept;
  private final TransactionTemplate snapshot;

  Inspection(
      JdbcClient jdbc, LogKey key, KeptCheckpoint kept, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.key = key;
    this.kept = kept;
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
  }

  /**
   * Takes as long as reading the whole log does.
   *
   * @return the number of entries that have a place
   * @throws NotProven naming the first row that is not as it was
   */
  long run() {
    return Objects.requireNonNull(
        Acting.system().call(() -> snapshot.execute(_ -> new Reading().run())));
  }

  /** One pass over the entries in their order. */
  private final class Reading {

    private final NavigableMap<Long, Stored> checkpoints = new StoredCheckpoints(jdbc).all();
    private final TileCheck tiles = new TileCheck(jdbc, checkpoints.keySet());
    private final SecondOpinion root = new SecondOpinion();
    private long size;

    long run() {
      jdbc.sql(
              """
              select l.leaf_index, l.leaf, e.leaf as written, e.recorded_at
              from audit.leaf l join audit.entry e using (entry_id) order by l.leaf_index
              """)
          .withFetchSize(1_000)
          .query(this::entry);
      tiles.finish(size);
      StoredCheckpoints.check(checkpoints, size, key);
      kept.read().ifPresent(note -> requireStored(key.open(note)));
      return size;
    }

    private void entry(ResultSet row) throws SQLException {
      unless(row.getLong("leaf_index") == size, "entry " + size + " is missing");
      var leaf = row.getBytes("leaf");
      unless(
          Arrays.equals(leaf, row.getBytes("written")),
          "entry " + size + " is not as it was written with its fact");
      var at = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
      var hash = Hash.leaf(leaf);
      tiles.add(size, hash);
      root.add(hash);
      size++;
      under(checkpoints.ceilingKey(size), at);
    }

    private void under(@Nullable Long checkpoint, Instant recordedAt) {
      var name = "entry " + (size - 1);
      unless(checkpoint != null, name + " stands under no checkpoint");
      var stored = Objects.requireNonNull(checkpoints.get(Objects.requireNonNull(checkpoint)));
      unless(
          !recordedAt.isAfter(stored.integratedAt().plus(SKEW)),
          "the checkpoint of %d entries is dated before %s".formatted(checkpoint, name));
      unless(
          checkpoint != size || stored.root().equals(root.root()),
          "the checkpoint of %d entries is not the root of the first %1$d entries"
              .formatted(checkpoint));
    }

    private void requireStored(Checkpoint last) {
      var stored = checkpoints.get(last.size());
      unless(
          stored != null && stored.root().equals(last.root()) && stored.note() != null,
          "the checkpoint of %d entries, which was signed last, is missing".formatted(last.size()));
    }
  }

  static void unless(boolean good, String otherwise) {
    if (!good) {
      throw new NotProven(otherwise);
    }
  }
}
