package candour.audit.log;

import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.Leaf;
import candour.audit.merkle.SignedNote;
import candour.audit.merkle.Tile;
import candour.audit.merkle.TlogProof;
import candour.audit.merkle.Tree;
import candour.audit.merkle.WitnessRequest;
import candour.platform.Acting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The log as anyone may read it: what is under the last signature. Needs nobody to act. What is not
 * there, or not signed yet, is an {@link EmptyResultDataAccessException}.
 */
@Repository
public class PublishedLog {

  /** A checkpoint, the note that says so, and when it was signed. */
  public record Signed(Checkpoint checkpoint, SignedNote note, Instant at) {}

  private final JdbcClient jdbc;
  private final String origin;
  private final TransactionTemplate transaction;
  private final KeptTiles kept = new KeptTiles();

  PublishedLog(JdbcClient jdbc, PlatformTransactionManager transactions, Lineage lineage) {
    this.jdbc = jdbc;
    this.origin = lineage.origin();
    this.transaction = new TransactionTemplate(transactions);
  }

  /** The last signed checkpoint; empty until the first entry has its place. */
  public Optional<Signed> latest() {
    return read(() -> signed("select * from audit.signature order by size desc limit 1", 0));
  }

  /** The last one under this log's own name; empty where another ended and it is to go on. */
  Optional<Signed> own() {
    return latest().filter(signed -> signed.checkpoint().origin().equals(origin));
  }

  /** The checkpoint of so many entries, where such a one was signed. */
  Signed signed(long size) {
    return ofSize(size).orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  /** The checkpoint of so many entries; empty where no such one was signed. */
  public Optional<Signed> ofSize(long size) {
    return read(() -> signed("select * from audit.signature where size = :size", size));
  }

  /** With what witnesses have said of it by now under the log's own signatures. */
  private Optional<Signed> signed(String which, long size) {
    return jdbc.sql(
            """
            select s.signed_at, s.note || coalesce(string_agg(c.line, '' order by c.recorded_at), '') as note
            from (%s) s left join lateral (
              select line, recorded_at from audit.cosignature c where c.size = s.size
              order by recorded_at limit 12) c on true
            group by s.size, s.note, s.signed_at
            """
                .formatted(which))
        .param("size", size)
        .query((row, _) ->
            signed(
                SignedNote.parse(row.getString("note")),
                row.getObject("signed_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** How many entries are under a checkpoint that answers may rest on. */
  long vouched() {
    return read(() ->
        jdbc.sql("select coalesce(max(size), 0) from audit.vouched")
            .query((row, _) -> row.getLong(1))
            .single());
  }

  /** Asks a witness that knows the first {@code from} entries to cosign that checkpoint. */
  WitnessRequest request(long from, Signed signed) {
    return read(() -> WitnessRequest.of(from, tree(signed.checkpoint().size()), signed.note()));
  }

  private static Signed signed(SignedNote note, Instant at) {
    return new Signed(Checkpoint.parse(note.text()), note, at);
  }

  /** The last signed checkpoint, where there must be one. */
  Signed required() {
    return latest().orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  /** The leaf at that place. */
  public byte[] entry(long index) {
    requireSigned(index, required());
    return read(() ->
        jdbc.sql("select leaf from audit.leaf where leaf_index = :index")
            .param("index", index)
            .query((row, _) -> row.getBytes(1))
            .single());
  }

  /** The proof that the entry at that place is in the signed log. */
  public TlogProof proof(long index) {
    return read(() -> {
      var signed = required();
      requireSigned(index, signed);
      var proof = kept.prove(index, signed.checkpoint(), StoredTiles.asPlaced(jdbc));
      return new TlogProof(proof, signed.note());
    });
  }

  private static void requireSigned(long index, Signed signed) {
    if (index < 0 || index >= signed.checkpoint().size()) {
      throw new EmptyResultDataAccessException(1);
    }
  }

  /** A tile or an entry bundle under that signature. */
  byte[] tile(Tile tile, Signed signed) {
    var tree = tree(signed.checkpoint().size());
    if (!tree.covers(tile)) {
      throw new EmptyResultDataAccessException(1);
    }
    return read(() -> tree.tiles().read(tile));
  }

  private Tree tree(long size) {
    return new Tree(size, StoredTiles.asPlaced(jdbc));
  }

  /** The openings of public facts among the first entries, in their order. */
  List<String> opened(long size) {
    return read(() ->
        jdbc.sql(
                """
                select o.opening from audit.open_to_all o join audit.leaf l using (entry_id)
                where l.leaf_index < :size order by l.leaf_index
                """)
            .param("size", size)
            .query((row, _) -> row.getString(1))
            .list());
  }

  /** The openings of what was said when a log ended and another went on, the first one first. */
  public List<String> successions() {
    return read(() ->
        jdbc.sql(
                """
                select opening from audit.open_to_all where class = 'log.succeeded' order by entry_id
                """)
            .query((row, _) -> row.getString(1))
            .list());
  }

  /** When the log began, in London; empty while it has no entry. */
  public Optional<LocalDate> began() {
    return read(() ->
        jdbc.sql("select leaf from audit.leaf where leaf_index = 0")
            .query((row, _) -> Leaf.parse(row.getBytes(1)).day())
            .optional());
  }

  private <T> T read(Supplier<T> work) {
    return Acting.visitor(null).call(() -> transact(work));
  }

  private <T> T transact(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(_ -> work.get()));
  }
}
