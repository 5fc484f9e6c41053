package candour.ledger.ingestion;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every file that was taken in. */
@Repository
class Batches {

  private static final String SELECT =
      """
      select b.batch_id, b.file_name, b.row_count, b.flagged_count, b.recorded_at, o.name as officer_name
      from ledger.batch b join platform.officer o on o.officer_id = b.imported_by
      """;

  private final JdbcClient jdbc;

  Batches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The batch of this file, once no other transaction is taking the same file in. */
  Optional<UUID> of(byte[] sha256) {
    jdbc.sql("select pg_advisory_xact_lock(?)")
        .param(ByteBuffer.wrap(sha256).getLong())
        .query()
        .listOfRows();
    return jdbc.sql("select batch_id from ledger.batch where sha256 = ?")
        .param(sha256)
        .query((row, _) -> row.getObject(1, UUID.class))
        .optional();
  }

  void add(
      UUID id, String fileName, byte[] sha256, int rows, int flagged, byte[] root, UUID officer) {
    jdbc.sql(
            """
            insert into ledger.batch (batch_id, file_name, sha256, row_count, flagged_count, root, imported_by)
            values (:id, :name, :sha256, :rows, :flagged, :root, :officer)
            """)
        .param("id", id)
        .param("name", fileName)
        .param("sha256", sha256)
        .param("rows", rows)
        .param("flagged", flagged)
        .param("root", root)
        .param("officer", officer)
        .update();
  }

  Batch get(UUID id) {
    return jdbc.sql(SELECT + "where batch_id = ?").param(id).query(Batches::read).single();
  }

  /** The newest first; those after the one given, if any. Identifiers are in the order of time. */
  List<Batch> recent(@Nullable UUID after, int atMost) {
    return jdbc.sql(
            SELECT
                + "where (cast(:after as uuid) is null or batch_id < :after) order by batch_id desc limit :most")
        .param("after", after)
        .param("most", atMost)
        .query(Batches::read)
        .list();
  }

  private static Batch read(ResultSet row, int number) throws SQLException {
    return new Batch(
        row.getObject("batch_id", UUID.class),
        row.getString("file_name"),
        row.getInt("row_count"),
        row.getInt("flagged_count"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("officer_name"));
  }
}
