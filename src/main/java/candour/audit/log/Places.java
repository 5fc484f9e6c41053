package candour.audit.log;

import candour.audit.merkle.Hash;
import candour.audit.merkle.SignedNote;
import candour.audit.merkle.Tile;
import candour.audit.merkle.Tree;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The entries' places in the tree, in the one role that may give them. */
@Repository
class Places {

  /** An entry that has no place yet. */
  record Waiting(UUID id, byte[] leaf) {}

  /** A tree as it was integrated: what its tiles say, and the root written down for it. */
  record Integrated(Tree tree, Hash root) {}

  private final JdbcTemplate batches;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Places(@Qualifier("sequencerDataSource") HikariDataSource sequencer) {
    this.batches = new JdbcTemplate(sequencer);
    this.jdbc = JdbcClient.create(batches);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(sequencer));
  }

  /** Does the work in one transaction, unless somebody else is at it: then it is left to them. */
  <T> Optional<T> alone(Supplier<T> work) {
    return Objects.requireNonNull(
        transaction.execute(_ -> locked() ? Optional.of(work.get()) : Optional.<T>empty()));
  }

  private boolean locked() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('audit.leaf', 0))")
        .query(Boolean.class)
        .single();
  }

  /** The whole tree, signed or not. */
  Integrated head() {
    return jdbc.sql("select size, root from audit.checkpoint order by size desc limit 1")
        .query((row, _) -> integrated(row.getLong("size"), Hash.of(row.getBytes("root"))))
        .optional()
        .orElseGet(() -> integrated(0, Hash.OF_NOTHING));
  }

  /** The smallest tree that is larger than every signed one. */
  Optional<Integrated> unsigned() {
    return jdbc.sql(
            """
            select size, root from audit.checkpoint
            where size > (select coalesce(max(size), -1) from audit.signature) order by size limit 1
            """)
        .query((row, _) -> integrated(row.getLong("size"), Hash.of(row.getBytes("root"))))
        .optional();
  }

  private Integrated integrated(long size, Hash root) {
    return new Integrated(new Tree(size, StoredTiles.asWritten(jdbc)), root);
  }

  /** The same tree with the entries as they are published. */
  Tree published(Tree tree) {
    return new Tree(tree.size(), StoredTiles.asPlaced(jdbc));
  }

  /** How many entries neither have a place nor wait for one. */
  long lost() {
    return jdbc.sql(
            """
            select count(*) from audit.entry e
            where not exists (select from audit.leaf l where l.entry_id = e.entry_id)
              and not exists (select from audit.unsequenced u where u.entry_id = e.entry_id)
            """)
        .query(Long.class)
        .single();
  }

  /**
   * Takes the longest waiting from the queue. Each entry is looked up by its key, however many the
   * planner expects there to be.
   */
  List<Waiting> take(int most) {
    return jdbc.sql(
            """
            with taken as (
              delete from audit.unsequenced
              where ctid = any (array (select ctid from audit.unsequenced order by entry_id limit :most))
              returning entry_id)
            select entry_id, e.leaf from taken
            cross join lateral (select leaf from audit.entry where entry_id = taken.entry_id offset 0) e
            """)
        .param("most", most)
        .query((row, _) -> new Waiting(row.getObject("entry_id", UUID.class), row.getBytes("leaf")))
        .list();
  }

  /** The entry of a class before which there are so many others of it. */
  Optional<UUID> ofClass(String factClass, int before) {
    return jdbc.sql(
            """
            select entry_id from audit.entry where class = :class order by entry_id offset :before limit 1
            """)
        .param("class", factClass)
        .param("before", before)
        .query((row, _) -> row.getObject("entry_id", UUID.class))
        .optional();
  }

  /** Takes this entry from the queue; nothing if it does not wait. */
  List<Waiting> take(UUID entry) {
    return jdbc.sql(
            """
            with taken as (delete from audit.unsequenced where entry_id = :entry returning entry_id)
            select entry_id, e.leaf from taken join audit.entry e using (entry_id)
            """)
        .param("entry", entry)
        .query((row, _) -> new Waiting(row.getObject("entry_id", UUID.class), row.getBytes("leaf")))
        .list();
  }

  /** Gives these entries the next places after that tree, in this order. */
  void append(Tree tree, List<Waiting> placed) {
    var growth = tree.append(placed.stream().map(Waiting::leaf).toList());
    jdbc.sql(
            """
            insert into audit.leaf (leaf_index, entry_id, leaf)
            select :first + place - 1, entry_id, leaf
            from unnest(cast(:ids as uuid[]), cast(:leaves as bytea[])) with ordinality as placed (entry_id, leaf, place)
            """)
        .param("first", tree.size())
        .param("ids", placed.stream().map(entry -> entry.id().toString()).toArray(String[]::new))
        .param("leaves", placed.stream().map(Waiting::leaf).toArray(byte[][]::new))
        .update();
    store(growth.tiles());
    jdbc.sql("insert into audit.checkpoint (size, root) values (:size, :root)")
        .param("size", growth.tree().size())
        .param("root", growth.tree().root().bytes())
        .update();
  }

  /** Stores the tiles; entry bundles are made from the entries. */
  void store(Map<Tile, byte[]> tiles) {
    batches.batchUpdate(
        "insert into audit.tile (level, tile_index, width, hashes) values (?, ?, ?, ?)",
        tiles.entrySet().stream()
            .filter(tile -> tile.getKey().level() != Tile.ENTRIES)
            .map(Places::row)
            .toList());
  }

  private static Object[] row(Map.Entry<Tile, byte[]> tile) {
    var name = tile.getKey();
    return new Object[] {name.level(), name.index(), name.width(), tile.getValue()};
  }

  Optional<SignedNote> lastSigned() {
    return jdbc.sql("select note from audit.signature order by size desc limit 1")
        .query((row, _) -> SignedNote.parse(row.getString(1)))
        .optional();
  }

  void sign(long size, SignedNote note) {
    jdbc.sql("insert into audit.signature (size, note) values (:size, :note)")
        .param("size", size)
        .param("note", note.toString())
        .update();
  }
}
