package candour.casework;

import candour.casework.Reclassification.By;
import candour.casework.Reclassification.Notice;
import candour.casework.Reclassification.Objection;
import candour.casework.Reclassification.Ruled;
import candour.casework.Reclassification.Undecided;
import candour.platform.Identifiers;
import candour.platform.Officer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every step towards the end of a guard, and against it; a row each, never changed. */
@Repository
class ReclassificationRows {

  private static final String SELECT =
      """
      select c.*, p.name as proposer, r.ruling, r.reason as ruling_reason, d.name as decider, r.decided_on,
        n.sent_on, n.not_before, o.words, w.name as recorder, o.objected_on, e.effective_on
      from casework.reclassification c
        left join platform.officer p on p.officer_id = c.proposed_by
        left join casework.reclassification_ruling r using (reclassification_id)
        left join platform.officer d on d.officer_id = r.decided_by
        left join casework.reclassification_notice n using (reclassification_id)
        left join casework.reclassification_objection o using (reclassification_id)
        left join platform.officer w on w.officer_id = o.officer_id
        left join casework.reclassification_effect e using (reclassification_id)
      where c.case_id = :case order by c.recorded_at, c.reclassification_id
      """;

  static final String UNDECIDED =
      """
      select o.case_id, o.reclassification_id, c.proposed_on, p.name
      from casework.open_reclassification o join casework.reclassification c using (reclassification_id)
        join casework.request r on r.case_id = o.case_id join platform.officer p on p.officer_id = o.proposed_by
      where o.proposed_by <> :officer and (r.stage <> 'ANSWERED' or r.reopened_on is not null)
      order by o.reclassification_id limit :most
      """;

  private final JdbcClient jdbc;

  ReclassificationRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One that is due to take effect. */
  record Ripe(CaseReference reference, UUID id) {}

  List<Reclassification> of(CaseReference reference) {
    return jdbc.sql(SELECT).param("case", reference.value()).query((row, _) -> read(row)).list();
  }

  List<Ripe> ripe(LocalDate today) {
    return jdbc.sql("select case_id, reclassification_id from casework.ripe(:today)")
        .param("today", today)
        .query((row, _) ->
            new Ripe(new CaseReference(row.getObject(1, UUID.class)), row.getObject(2, UUID.class)))
        .list();
  }

  /** What others proposed of open cases and nobody has decided on yet, the oldest first. */
  List<Undecided> undecided(UUID otherThan, int most) {
    return jdbc.sql(UNDECIDED)
        .param("officer", otherThan)
        .param("most", most)
        .query((row, _) ->
            new Undecided(
                new CaseReference(row.getObject(1, UUID.class)),
                row.getObject(2, UUID.class),
                row.getObject(3, LocalDate.class),
                row.getString(4)))
        .list();
  }

  UUID propose(
      CaseReference reference,
      Purpose purpose,
      String reason,
      @Nullable String answer,
      Officer officer,
      LocalDate on) {
    var id = Identifiers.next();
    jdbc.sql(
            """
            insert into casework.reclassification (reclassification_id, case_id, purpose, reason, answer, proposed_by,
              proposed_on)
            values (:id, :case, :purpose, :reason, :answer, :by, :on)
            """)
        .param("id", id)
        .param("case", reference.value())
        .param("purpose", purpose.name())
        .param("reason", reason)
        .param("answer", answer)
        .param("by", officer.id())
        .param("on", on)
        .update();
    return id;
  }

  void rule(
      CaseReference reference,
      Reclassification ruledOn,
      boolean approved,
      String reason,
      Officer officer,
      LocalDate on) {
    jdbc.sql(
            """
            insert into casework.reclassification_ruling (reclassification_id, case_id, ruling, reason, proposed_by,
              decided_by, decided_on)
            values (:id, :case, :ruling, :reason, :proposer, :by, :on)
            """)
        .param("id", ruledOn.id())
        .param("case", reference.value())
        .param("ruling", approved ? "APPROVED" : "RETURNED")
        .param("reason", reason)
        .param("proposer", ruledOn.proposedBy().id())
        .param("by", officer.id())
        .param("on", on)
        .update();
  }

  void notice(CaseReference reference, UUID id, UUID messageId, Notice notice) {
    jdbc.sql(
            """
            insert into casework.reclassification_notice (reclassification_id, case_id, message_id, sent_on, not_before)
            values (:id, :case, :message, :on, :notBefore)
            """)
        .param("id", id)
        .param("case", reference.value())
        .param("message", messageId)
        .param("on", notice.sentOn())
        .param("notBefore", notice.notBefore())
        .update();
  }

  void object(
      CaseReference reference, UUID id, String words, @Nullable UUID officerId, LocalDate on) {
    jdbc.sql(
            """
            insert into casework.reclassification_objection (reclassification_id, case_id, words, officer_id, objected_on)
            values (:id, :case, :words, :officer, :on)
            """)
        .param("id", id)
        .param("case", reference.value())
        .param("words", words)
        .param("officer", officerId)
        .param("on", on)
        .update();
  }

  void takeEffect(Ripe ripe, LocalDate on) {
    jdbc.sql(
            """
            insert into casework.reclassification_effect (reclassification_id, case_id, effective_on)
            values (:id, :case, :on)
            """)
        .param("id", ripe.id())
        .param("case", ripe.reference().value())
        .param("on", on)
        .update();
  }

  private static Reclassification read(ResultSet row) throws SQLException {
    return new Reclassification(
        row.getObject("reclassification_id", UUID.class),
        Purpose.valueOf(row.getString("purpose")),
        row.getString("reason"),
        row.getString("answer"),
        new By(row.getObject("proposed_by", UUID.class), name(row, "proposer")),
        day(row, "proposed_on"),
        row.getString("ruling") == null ? null : ruled(row),
        row.getObject("sent_on") == null
            ? null
            : new Notice(day(row, "sent_on"), day(row, "not_before")),
        row.getObject("objected_on") == null
            ? null
            : new Objection(row.getString("words"), name(row, "recorder"), day(row, "objected_on")),
        row.getObject("effective_on", LocalDate.class));
  }

  private static Ruled ruled(ResultSet row) throws SQLException {
    return new Ruled(
        row.getString("ruling").equals("APPROVED"),
        row.getString("ruling_reason"),
        name(row, "decider"),
        day(row, "decided_on"));
  }

  private static String name(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
