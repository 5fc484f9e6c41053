package candour.response;

import candour.casework.CaseReference;
import candour.platform.Days;
import candour.platform.Officer;
import candour.response.Pack.Recall;
import candour.response.Pack.Release;
import candour.response.Pack.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Releases, recalls and departures of packs: rows are added, never changed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Releases {

  private final JdbcClient jdbc;

  Releases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The release in a row of {@link Packs}; null where there is none. */
  static @Nullable Release read(ResultSet row) throws SQLException {
    var by = row.getObject("released_by", UUID.class);
    if (by == null) {
      return null;
    }
    var on = Days.of(row.getTimestamp("released_at").toInstant());
    return new Release(
        new Step(by, row.getString("releaser"), on),
        row.getTimestamp("leaves_at").toInstant().atZone(Days.LONDON),
        recall(row),
        row.getObject("left_on", LocalDate.class));
  }

  private static @Nullable Recall recall(ResultSet row) throws SQLException {
    var at = row.getTimestamp("recalled_at");
    return at == null
        ? null
        : new Recall(
            row.getString("recaller"), row.getString("recall_reason"), Days.of(at.toInstant()));
  }

  CaseReference caseOf(UUID packId) {
    return jdbc.sql("select case_id from response.release where pack_id = :pack")
        .param("pack", packId)
        .query((row, _) -> new CaseReference(row.getObject("case_id", UUID.class)))
        .single();
  }

  void release(Pack pack, Step approved, Officer by, Instant leaves) {
    jdbc.sql(
            """
            insert into response.release (pack_id, case_id, prepared_by, approved_by, released_by, leaves_at)
            values (:id, :case, :preparer, :approver, :by, :leaves)
            """)
        .param("id", pack.id())
        .param("case", pack.reference().value())
        .param("preparer", pack.prepared().by())
        .param("approver", approved.by())
        .param("by", by.id())
        .param("leaves", leaves.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Puts a recall on record.
   *
   * @param by null for the portal itself, whose reason is the rule that came in the way
   */
  void recall(Pack pack, @Nullable UUID by, String reason) {
    jdbc.sql(
            """
            insert into response.recall (pack_id, case_id, recalled_by, reason)
            values (:id, :case, :by, :reason)
            """)
        .param("id", pack.id())
        .param("case", pack.reference().value())
        .param("by", by)
        .param("reason", reason)
        .update();
  }

  void depart(Pack pack, LocalDate on) {
    jdbc.sql("insert into response.departure (pack_id, case_id, left_on) values (:id, :case, :on)")
        .param("id", pack.id())
        .param("case", pack.reference().value())
        .param("on", on)
        .update();
  }
}
