package candour.response.erasure;

import candour.casework.CaseReference;
import candour.platform.Officer;
import candour.response.erasure.Standing.Hold;
import candour.response.erasure.Standing.Proposed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds, proposals to erase and what was decided on them: added, never changed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ErasureRows {

  private final JdbcClient jdbc;

  ErasureRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Standing of(CaseReference reference) {
    return jdbc.sql(
            """
            select response.keeps(:case) as keeps, response.kept_until(:case) as until,
              (select decided_on from response.erasure_ruling where case_id = :case and approved) as erased_on
            """)
        .param("case", reference.value())
        .query((row, _) ->
            new Standing(
                row.getString("keeps"),
                row.getObject("until", LocalDate.class),
                holds(reference),
                proposed(reference).orElse(null),
                row.getObject("erased_on", LocalDate.class)))
        .single();
  }

  private List<Hold> holds(CaseReference reference) {
    return jdbc.sql(
            """
            select h.*, o.name from response.legal_hold h join platform.officer o on o.officer_id = h.placed_by
            where h.case_id = :case and not exists (
              select from response.hold_lifted l where l.hold_id = h.hold_id)
            order by h.recorded_at
            """)
        .param("case", reference.value())
        .query((row, _) ->
            new Hold(
                row.getObject("hold_id", UUID.class),
                Because.valueOf(row.getString("because")),
                row.getString("reason"),
                row.getString("name"),
                row.getObject("placed_on", LocalDate.class)))
        .list();
  }

  /** What waits for another officer. */
  Optional<Proposed> proposed(CaseReference reference) {
    return jdbc.sql(
            """
            select e.*, o.name from response.erasure e join platform.officer o on o.officer_id = e.proposed_by
            where e.case_id = :case and not exists (
              select from response.erasure_ruling r where r.erasure_id = e.erasure_id)
            """)
        .param("case", reference.value())
        .query((row, _) ->
            new Proposed(
                row.getObject("erasure_id", UUID.class),
                Basis.valueOf(row.getString("basis")),
                row.getString("reason"),
                row.getObject("proposed_by", UUID.class),
                row.getString("name"),
                row.getObject("proposed_on", LocalDate.class)))
        .optional();
  }

  void propose(
      CaseReference reference, UUID id, Basis basis, String reason, Officer by, LocalDate on) {
    row(
            """
            insert into response.erasure (erasure_id, case_id, basis, reason, proposed_by, proposed_on)
            values (:id, :case, :basis, :reason, :by, :on)
            """,
            reference,
            id,
            by,
            on)
        .param("basis", basis.name())
        .param("reason", reason)
        .update();
  }

  /** Decides; where that is to erase, the database has erased the case when this returns. */
  void rule(CaseReference reference, Proposed on, boolean approved, Officer by, LocalDate day) {
    row(
            """
            insert into response.erasure_ruling (erasure_id, case_id, approved, proposed_by, decided_by, decided_on)
            values (:id, :case, :approved, :proposer, :by, :on)
            """,
            reference,
            on.id(),
            by,
            day)
        .param("approved", approved)
        .param("proposer", on.by())
        .update();
  }

  void hold(
      CaseReference reference, UUID id, Because because, String reason, Officer by, LocalDate on) {
    row(
            """
            insert into response.legal_hold (hold_id, case_id, because, reason, placed_by, placed_on)
            values (:id, :case, :because, :reason, :by, :on)
            """,
            reference,
            id,
            by,
            on)
        .param("because", because.name())
        .param("reason", reason)
        .update();
  }

  void lift(CaseReference reference, UUID id, String reason, Officer by, LocalDate on) {
    row(
            """
            insert into response.hold_lifted (hold_id, case_id, reason, lifted_by, lifted_on)
            values (:id, :case, :reason, :by, :on)
            """,
            reference,
            id,
            by,
            on)
        .param("reason", reason)
        .update();
  }

  /** A row of what that officer does about the case on that day; the rest of it is the caller's. */
  private JdbcClient.StatementSpec row(
      String insert, CaseReference reference, UUID id, Officer by, LocalDate on) {
    return jdbc.sql(insert)
        .param("id", id)
        .param("case", reference.value())
        .param("by", by.id())
        .param("on", on);
  }
}
