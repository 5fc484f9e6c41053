package candour.casework;

import candour.casework.AnswerBy.Extension.Ground;
import candour.casework.Correction.Asked;
import candour.casework.Correction.Extended;
import candour.casework.Correction.Ruled;
import candour.casework.Correction.Ruling;
import candour.platform.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests to put something right, and the rulings on them; added and never changed. */
@Repository
class CorrectionRows {

  private final JdbcClient jdbc;

  CorrectionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One that an officer recorded, or by the requester where that is null. */
  UUID add(
      CaseReference reference,
      Asked asked,
      Channel channel,
      LocalDate receivedOn,
      LocalDate answerBy,
      @Nullable UUID officerId) {
    var id = Identifiers.next();
    jdbc.sql(
            """
            insert into casework.correction (correction_id, case_id, disclosure_id, not_about_me, wrong, should_be, channel,
              received_on, answer_by, officer_id)
            values (:id, :case, :disclosure, :notAboutMe, :wrong, :shouldBe, :channel, :on, :by, :officer)
            """)
        .param("id", id)
        .param("case", reference.value())
        .param("disclosure", asked.disclosureId())
        .param("notAboutMe", asked.notAboutMe())
        .param("wrong", asked.wrong())
        .param("shouldBe", asked.shouldBe())
        .param("channel", channel.name())
        .param("on", receivedOn)
        .param("by", answerBy)
        .param("officer", officerId)
        .update();
    return id;
  }

  void extend(
      CaseReference reference,
      UUID correction,
      Extended extended,
      LocalDate answerBy,
      @Nullable UUID messageId,
      UUID officerId) {
    jdbc.sql(
            """
            insert into casework.correction_extension (correction_id, case_id, ground, reasons, message_id, notice_on, answer_by,
              officer_id)
            values (:correction, :case, :ground, :reasons, :message, :on, :by, :officer)
            """)
        .param("correction", correction)
        .param("case", reference.value())
        .param("ground", extended.ground().name())
        .param("reasons", extended.reasons())
        .param("message", messageId)
        .param("on", extended.on())
        .param("by", answerBy)
        .param("officer", officerId)
        .update();
  }

  void rule(
      CaseReference reference,
      UUID correction,
      Ruled ruled,
      @Nullable UUID messageId,
      UUID officerId) {
    jdbc.sql(
            """
            insert into casework.correction_ruling (correction_id, case_id, ruling, reasons, message_id, decided_by, decided_on)
            values (:correction, :case, :ruling, :reasons, :message, :officer, :on)
            """)
        .param("correction", correction)
        .param("case", reference.value())
        .param("ruling", ruled.ruling().name())
        .param("reasons", ruled.reasons())
        .param("message", messageId)
        .param("officer", officerId)
        .param("on", ruled.on())
        .update();
  }

  /** All of a case, the first one first. */
  List<Correction> of(CaseReference reference) {
    return jdbc.sql(
            """
            select c.*, r.ruling, r.reasons, r.decided_on, o.name as officer_name,
              e.ground, e.reasons as extended_for, e.notice_on, e.answer_by as extended_until, x.name as extended_by
            from casework.correction c left join casework.correction_ruling r using (correction_id)
              left join platform.officer o on o.officer_id = r.decided_by
              left join casework.correction_extension e using (correction_id)
              left join platform.officer x on x.officer_id = e.officer_id
            where c.case_id = :case order by c.recorded_at, c.correction_id
            """)
        .param("case", reference.value())
        .query((row, _) -> correction(row))
        .list();
  }

  private static Correction correction(ResultSet row) throws SQLException {
    var month = row.getObject("answer_by", LocalDate.class);
    var until = row.getObject("extended_until", LocalDate.class);
    return new Correction(
        row.getObject("correction_id", UUID.class),
        new CaseReference(row.getObject("case_id", UUID.class)),
        new Asked(
            row.getObject("disclosure_id", UUID.class),
            row.getBoolean("not_about_me"),
            row.getString("wrong"),
            row.getString("should_be")),
        Channel.valueOf(row.getString("channel")),
        row.getObject("received_on", LocalDate.class),
        until == null ? month : until,
        until == null ? null : extended(row, month),
        ruled(row));
  }

  private static Extended extended(ResultSet row, LocalDate month) throws SQLException {
    return new Extended(
        Ground.valueOf(row.getString("ground")),
        row.getString("extended_for"),
        row.getString("extended_by"),
        row.getObject("notice_on", LocalDate.class),
        month);
  }

  private static @Nullable Ruled ruled(ResultSet row) throws SQLException {
    var ruling = row.getString("ruling");
    return ruling == null
        ? null
        : new Ruled(
            Ruling.valueOf(ruling),
            row.getString("reasons"),
            row.getString("officer_name"),
            row.getObject("decided_on", LocalDate.class));
  }
}
