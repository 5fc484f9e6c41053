package candour.exemptions;

import candour.casework.CaseReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every time that going on not telling was considered: rows are added, never changed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SilenceRows {

  private final JdbcClient jdbc;

  SilenceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Silence> of(CaseReference reference, DeterminationId id) {
    return jdbc.sql(
            """
            select s.silence_id, s.proposal_id, s.reason, s.review_on, s.proposed_by, s.proposed_on,
              r.ruling, r.reason as ruling_reason, r.likeness_reason, r.decided_by, r.decided_on
            from exemptions.silence s left join exemptions.silence_ruling r using (silence_id)
            where s.case_id = :case and s.proposal_id = :id order by s.occasion_no
            """)
        .param("case", reference.value())
        .param("id", id.value())
        .query((row, _) -> read(row))
        .list();
  }

  private static Silence read(ResultSet row) throws SQLException {
    return new Silence(
        row.getObject("silence_id", UUID.class),
        new DeterminationId(row.getObject("proposal_id", UUID.class)),
        new Telling.NotTold(row.getString("reason"), row.getObject("review_on", LocalDate.class)),
        row.getObject("proposed_by", UUID.class),
        row.getObject("proposed_on", LocalDate.class),
        verdict(row));
  }

  private static Silence.@Nullable Verdict verdict(ResultSet row) throws SQLException {
    return row.getString("ruling") == null
        ? null
        : new Silence.Verdict(
            row.getString("ruling").equals("APPROVED"),
            row.getString("ruling_reason"),
            row.getString("likeness_reason"),
            row.getObject("decided_by", UUID.class),
            row.getObject("decided_on", LocalDate.class));
  }

  void add(CaseReference reference, Silence proposed) {
    jdbc.sql(
            """
            insert into exemptions.silence (silence_id, proposal_id, case_id, reason, review_on, proposed_by, proposed_on)
            values (:id, :determination, :case, :reason, :reviewOn, :by, :on)
            """)
        .param("id", proposed.id())
        .param("determination", proposed.determination().value())
        .param("case", reference.value())
        .param("reason", proposed.telling().reason())
        .param("reviewOn", proposed.telling().reviewOn())
        .param("by", proposed.proposedBy())
        .param("on", proposed.proposedOn())
        .update();
  }

  void rule(CaseReference reference, Silence decided) {
    var verdict = Objects.requireNonNull(decided.verdict());
    jdbc.sql(
            """
            insert into exemptions.silence_ruling (silence_id, proposal_id, case_id, ruling, reason, likeness_reason, proposed_by,
              decided_by, decided_on)
            values (:id, :determination, :case, :ruling, :reason, :likenessReason, :proposedBy, :by, :on)
            """)
        .param("id", decided.id())
        .param("determination", decided.determination().value())
        .param("case", reference.value())
        .param("ruling", verdict.approved() ? "APPROVED" : "RETURNED")
        .param("reason", verdict.reason())
        .param("likenessReason", verdict.likenessReason())
        .param("proposedBy", decided.proposedBy())
        .param("by", verdict.by())
        .param("on", verdict.on())
        .update();
  }
}
