package candour.identity;

import candour.platform.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every look at whether a person is who they say; none is taken back. */
@Repository
class Verifications {

  /**
   * Held together by all who are accepting somebody until their transactions end, alone by whoever
   * must know of them all.
   */
  private static final long ACCEPTING = 0x4944_454E_5449_5459L;

  private final JdbcClient jdbc;

  Verifications(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID add(Verification verification) {
    if (verification.accepted()) {
      lock("select pg_advisory_xact_lock_shared(:lock)");
    }
    var id = Identifiers.next();
    jdbc.sql(
            """
            insert into identity.verification
              (verification_id, subject_id, occasion_id, method, evidence, reason, accepted, officer_id)
            values (:id, :subject, :occasion, :method, :evidence, :reason, :accepted, :officer)
            """)
        .param("id", id)
        .param("subject", verification.subjectId())
        .param("occasion", verification.occasionId())
        .param("method", verification.method().name())
        .param("evidence", verification.evidence())
        .param("reason", verification.reason())
        .param("accepted", verification.accepted())
        .param("officer", verification.officerId())
        .update();
    return id;
  }

  List<Verified> on(UUID occasionId) {
    return jdbc.sql(
            """
            select v.*, o.name as officer_name from identity.verification v
            join platform.officer o using (officer_id)
            where v.occasion_id = :occasion order by v.recorded_at, v.verification_id
            """)
        .param("occasion", occasionId)
        .query(Verifications::verified)
        .list();
  }

  Instant settle() {
    return jdbc.sql("select pg_advisory_lock(:lock), pg_advisory_unlock(:lock), clock_timestamp()")
        .param("lock", ACCEPTING)
        .query((row, _) -> row.getObject(3, OffsetDateTime.class).toInstant())
        .single();
  }

  List<UUID> acceptedSince(Instant moment) {
    lock("select pg_advisory_xact_lock(:lock)");
    return jdbc.sql(
            """
            select distinct subject_id from identity.verification where accepted and recorded_at >= :moment
            """)
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  private void lock(String sql) {
    jdbc.sql(sql).param("lock", ACCEPTING).query((_, _) -> true).single();
  }

  private static Verified verified(ResultSet row, int number) throws SQLException {
    return new Verified(
        row.getObject("verification_id", UUID.class),
        new Verification(
            row.getObject("subject_id", UUID.class),
            row.getObject("occasion_id", UUID.class),
            Verification.Method.valueOf(row.getString("method")),
            row.getString("evidence"),
            row.getString("reason"),
            row.getBoolean("accepted"),
            row.getObject("officer_id", UUID.class)),
        row.getString("officer_name"),
        row.getTimestamp("recorded_at").toInstant());
  }
}
