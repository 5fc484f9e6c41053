package candour.response;

import candour.casework.CaseReference;
import candour.casework.Outcome;
import candour.platform.Days;
import candour.platform.DocumentId;
import candour.platform.Officer;
import candour.response.Pack.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Packs and their approvals: rows are added, never changed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Packs {

  private final JdbcClient jdbc;

  Packs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The rule that keeps the case from being answered now. */
  Optional<String> obstacle(CaseReference reference) {
    return jdbc.sql("select rule from response.obstacle(:case) rule where rule is not null")
        .param("case", reference.value())
        .query((row, _) -> row.getString("rule"))
        .optional();
  }

  /** The rule that keeps the answer from leaving until the log has what it rests on. */
  Optional<String> waitsForLog(CaseReference reference) {
    return jdbc.sql("select rule from response.waits_for_log(:case) rule where rule is not null")
        .param("case", reference.value())
        .query((row, _) -> row.getString("rule"))
        .optional();
  }

  /**
   * The answer that the person has last been sent.
   *
   * @param made when it was made of what was decided until then
   */
  record Sent(Instant made, LocalDate leftOn) {}

  Optional<Sent> lastSent(CaseReference reference) {
    return jdbc.sql(
            """
            select p.recorded_at, d.left_on from response.departure d join response.pack p using (pack_id)
            where d.case_id = :case order by d.answer_no desc limit 1
            """)
        .param("case", reference.value())
        .query((row, _) ->
            new Sent(
                row.getTimestamp("recorded_at").toInstant(),
                row.getObject("left_on", LocalDate.class)))
        .optional();
  }

  /** The case's packs, newest first. */
  List<Pack> of(CaseReference reference) {
    return jdbc.sql(
            """
            select p.*, prepared.name as preparer, a.approved_by, approved.name as approver, a.reason,
              a.recorded_at as approved_at, r.released_by, released.name as releaser, r.recorded_at as released_at,
              r.leaves_at, c.recorded_at as recalled_at, recalled.name as recaller, c.reason as recall_reason, d.left_on
            from response.pack p join platform.officer prepared on prepared.officer_id = p.prepared_by
            left join response.approval a using (pack_id)
            left join platform.officer approved on approved.officer_id = a.approved_by
            left join response.release r using (pack_id)
            left join platform.officer released on released.officer_id = r.released_by
            left join response.recall c using (pack_id)
            left join platform.officer recalled on recalled.officer_id = c.recalled_by
            left join response.departure d using (pack_id)
            where p.case_id = :case order by p.recorded_at desc, p.pack_id desc
            """)
        .param("case", reference.value())
        .query(Packs::pack)
        .list();
  }

  /**
   * One of the case's packs.
   *
   * @throws EmptyResultDataAccessException if it is not the case's
   */
  Pack get(CaseReference reference, UUID packId) {
    return of(reference).stream()
        .filter(pack -> pack.id().equals(packId))
        .findFirst()
        .orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  private static Pack pack(ResultSet row, int number) throws SQLException {
    var approvedAt = row.getTimestamp("approved_at");
    var reason = row.getString("reason");
    return new Pack(
        row.getObject("pack_id", UUID.class),
        new CaseReference(row.getObject("case_id", UUID.class)),
        row.getInt("answer_no"),
        new DocumentId(row.getObject("document_id", UUID.class)),
        row.getLong("case_version"),
        Outcome.valueOf(row.getString("outcome")),
        row.getInt("pages"),
        new Step(
            row.getObject("prepared_by", UUID.class),
            row.getString("preparer"),
            row.getObject("prepared_on", LocalDate.class)),
        approvedAt == null
            ? null
            : new Step(
                row.getObject("approved_by", UUID.class),
                row.getString("approver"),
                Days.of(approvedAt.toInstant())),
        reason == null ? "" : reason,
        Releases.read(row));
  }

  void add(
      UUID id,
      CaseReference reference,
      DocumentId document,
      long version,
      Outcome outcome,
      int pages,
      Officer by,
      LocalDate on) {
    jdbc.sql(
            """
            insert into response.pack (pack_id, case_id, document_id, case_version, outcome, pages, prepared_by, prepared_on)
            values (:id, :case, :document, :version, :outcome, :pages, :by, :on)
            """)
        .param("id", id)
        .param("case", reference.value())
        .param("document", document.value())
        .param("version", version)
        .param("outcome", outcome.name())
        .param("pages", pages)
        .param("by", by.id())
        .param("on", on)
        .update();
  }

  void approve(Pack pack, Officer by, String reason) {
    jdbc.sql(
            """
            insert into response.approval (pack_id, case_id, prepared_by, approved_by, reason)
            values (:id, :case, :preparer, :by, :reason)
            """)
        .param("id", pack.id())
        .param("case", pack.reference().value())
        .param("preparer", pack.prepared().by())
        .param("by", by.id())
        .param("reason", reason)
        .update();
  }
}
