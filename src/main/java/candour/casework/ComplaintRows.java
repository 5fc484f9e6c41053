package candour.casework;

import candour.casework.Complaint.Cause;
import candour.casework.Complaint.Decided;
import candour.casework.Complaint.Notice;
import candour.casework.Complaint.Outcome;
import candour.platform.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Complaints, what was told of each, and what came of it; added and never changed. */
@Repository
class ComplaintRows {

  private final JdbcClient jdbc;

  ComplaintRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One that an officer recorded, or by the requester where that is null. */
  UUID add(
      CaseReference reference,
      Set<Cause> about,
      String words,
      Channel channel,
      LocalDate receivedOn,
      Optional<LocalDate> acknowledgeBy,
      @Nullable UUID officerId) {
    var id = Identifiers.next();
    jdbc.sql(
            """
            insert into casework.complaint (complaint_id, case_id, about, words, channel, received_on, acknowledge_by, officer_id)
            values (:id, :case, :about, :words, :channel, :on, cast(:by as date), :officer)
            """)
        .param("id", id)
        .param("case", reference.value())
        .param("about", about.stream().sorted().map(Enum::name).toArray(String[]::new))
        .param("words", words)
        .param("channel", channel.name())
        .param("on", receivedOn)
        .param("by", acknowledgeBy.orElse(null))
        .param("officer", officerId)
        .update();
    return id;
  }

  /** By this mail or letter, or by phone where that is null; by the portal where no officer did. */
  void tell(
      CaseReference reference,
      UUID complaint,
      Notice notice,
      @Nullable UUID messageId,
      @Nullable UUID officerId) {
    jdbc.sql(
            """
            insert into casework.complaint_notice (notice_id, complaint_id, case_id, kind, words, message_id, officer_id, on_date)
            values (:id, :complaint, :case, :kind, :words, :message, :officer, :on)
            """)
        .param("id", Identifiers.next())
        .param("complaint", complaint)
        .param("case", reference.value())
        .param("kind", notice.acknowledges() ? "ACKNOWLEDGED" : "PROGRESS")
        .param("words", notice.words())
        .param("message", messageId)
        .param("officer", officerId)
        .param("on", notice.on())
        .update();
  }

  void decide(
      CaseReference reference,
      UUID complaint,
      Decided decided,
      @Nullable UUID messageId,
      UUID officerId) {
    jdbc.sql(
            """
            insert into casework.complaint_outcome (complaint_id, case_id, outcome, reasons, message_id, decided_by, decided_on)
            values (:complaint, :case, :outcome, :reasons, :message, :officer, :on)
            """)
        .param("complaint", complaint)
        .param("case", reference.value())
        .param("outcome", decided.outcome().name())
        .param("reasons", decided.reasons())
        .param("message", messageId)
        .param("officer", officerId)
        .param("on", decided.on())
        .update();
  }

  /** All of a case, the first one first. */
  List<Complaint> of(CaseReference reference) {
    var notices = notices(reference);
    return jdbc.sql(
            """
            select c.*, d.outcome, d.reasons, d.decided_on, o.name as officer_name
            from casework.complaint c left join casework.complaint_outcome d using (complaint_id)
              left join platform.officer o on o.officer_id = d.decided_by
            where c.case_id = :case order by c.complaint_no
            """)
        .param("case", reference.value())
        .query((row, _) -> complaint(row, notices))
        .list();
  }

  private Map<UUID, List<Notice>> notices(CaseReference reference) {
    var notices = new HashMap<UUID, List<Notice>>();
    jdbc.sql(
            """
            select n.*, o.name as officer_name
            from casework.complaint_notice n left join platform.officer o using (officer_id)
            where n.case_id = :case order by n.recorded_at, n.notice_id
            """)
        .param("case", reference.value())
        .query(row -> {
          notices
              .computeIfAbsent(row.getObject("complaint_id", UUID.class), _ -> new ArrayList<>())
              .add(notice(row));
        });
    return notices;
  }

  private static Notice notice(ResultSet row) throws SQLException {
    return new Notice(
        row.getString("kind").equals("ACKNOWLEDGED"),
        row.getString("words"),
        row.getString("officer_name"),
        row.getObject("on_date", LocalDate.class));
  }

  private static Complaint complaint(ResultSet row, Map<UUID, List<Notice>> notices)
      throws SQLException {
    var id = row.getObject("complaint_id", UUID.class);
    return new Complaint(
        id,
        new CaseReference(row.getObject("case_id", UUID.class)),
        row.getInt("complaint_no"),
        causes(row),
        row.getString("words"),
        Channel.valueOf(row.getString("channel")),
        row.getObject("received_on", LocalDate.class),
        row.getObject("acknowledge_by", LocalDate.class),
        notices.getOrDefault(id, List.of()),
        decided(row));
  }

  private static Set<Cause> causes(ResultSet row) throws SQLException {
    var causes = EnumSet.noneOf(Cause.class);
    for (var cause : (String[]) row.getArray("about").getArray()) {
      causes.add(Cause.valueOf(cause));
    }
    return causes;
  }

  private static @Nullable Decided decided(ResultSet row) throws SQLException {
    var outcome = row.getString("outcome");
    return outcome == null
        ? null
        : new Decided(
            Outcome.valueOf(outcome),
            row.getString("reasons"),
            row.getString("officer_name"),
            row.getObject("decided_on", LocalDate.class));
  }
}
