package candour.audit.log;

import static candour.audit.log.Inspection.unless;

import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.Hash;
import candour.audit.merkle.NotProven;
import candour.audit.merkle.SignedNote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every root that was written down, and what was signed. */
final class StoredCheckpoints {

  /**
   * A root as it stands in the database.
   *
   * @param note null while it is not signed
   */
  record Stored(
      Hash root, Instant integratedAt, @Nullable String note, @Nullable Instant signedAt) {}

  private final JdbcClient jdbc;

  StoredCheckpoints(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  NavigableMap<Long, Stored> all() {
    var all = new TreeMap<Long, Stored>();
    jdbc.sql(
            """
            select c.size, c.root, c.integrated_at, s.note, s.signed_at
            from audit.checkpoint c left join audit.signature s using (size)
            """)
        .query(row -> {
          all.put(row.getLong("size"), stored(row));
        });
    return all;
  }

  private static Stored stored(ResultSet row) throws SQLException {
    var signedAt = row.getObject("signed_at", OffsetDateTime.class);
    return new Stored(
        Hash.of(row.getBytes("root")),
        row.getObject("integrated_at", OffsetDateTime.class).toInstant(),
        row.getString("note"),
        signedAt == null ? null : signedAt.toInstant());
  }

  /**
   * Looks at the signatures, and at the order of the times.
   *
   * @param entries how many entries have a place
   */
  static void check(NavigableMap<Long, Stored> all, long entries, LogKey key) {
    var generation = 0;
    var before = Instant.MIN;
    var signed = true;
    for (var checkpoint : all.entrySet()) {
      var name = "the checkpoint of " + checkpoint.getKey() + " entries ";
      var stored = checkpoint.getValue();
      unless(checkpoint.getKey() <= entries, name + "is of more entries than there are");
      unless(signed || stored.note() == null, "a signature is missing before " + name);
      signed = stored.note() != null;
      for (var time : new Instant[] {stored.integratedAt(), stored.signedAt()}) {
        if (time != null) {
          unless(!time.plus(Inspection.SKEW).isBefore(before), name + "is back-dated");
          before = time;
        }
      }
      if (stored.note() != null) {
        var open =
            checkSignature(
                stored.note(),
                Objects.requireNonNull(stored.signedAt()),
                new Checkpoint(key.verifier().name(), checkpoint.getKey(), stored.root()),
                key);
        unless(key.generation(open) >= generation, name + "was signed by a log that had ended");
        generation = key.generation(open);
      }
    }
  }

  private static Checkpoint checkSignature(
      String note, Instant at, Checkpoint expected, LogKey key) {
    try {
      var signed = key.open(SignedNote.parse(note), at);
      unless(
          signed.size() == expected.size() && signed.root().equals(expected.root()),
          "what is signed is another");
      return signed;
    } catch (NotProven e) {
      throw new NotProven(
          "the signature of the checkpoint of %d entries is not the log's: %s"
              .formatted(expected.size(), e.getMessage()));
    }
  }
}
