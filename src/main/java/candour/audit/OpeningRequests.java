package candour.audit;

import candour.platform.Days;
import candour.platform.Officer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who asked for the openings of a case, for whom and why, and who approved it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class OpeningRequests {

  /**
   * A request for openings. Days are London's.
   *
   * @param approvedBy null until another officer approves
   */
  record OpeningRequest(
      UUID id,
      Recipient recipient,
      String reason,
      UUID requestedBy,
      String requester,
      LocalDate requestedOn,
      @Nullable UUID approvedBy,
      @Nullable String approver) {

    public boolean isApproved() {
      return approvedBy != null;
    }
  }

  private static final String SELECT =
      """
      select q.*, a.approved_by, requested.name as requester, approved.name as approver
      from audit.opening_request q left join audit.opening_approval a using (request_id)
        join platform.officer requested on requested.officer_id = q.requested_by
        left join platform.officer approved on approved.officer_id = a.approved_by
      where q.case_id = :case
      """;

  private final JdbcClient jdbc;

  OpeningRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest first. */
  List<OpeningRequest> of(UUID caseId) {
    return jdbc.sql(SELECT + "order by q.recorded_at desc, q.request_id desc")
        .param("case", caseId)
        .query((row, _) -> read(row))
        .list();
  }

  OpeningRequest get(UUID caseId, UUID id) {
    return jdbc.sql(SELECT + "and q.request_id = :id")
        .param("case", caseId)
        .param("id", id)
        .query((row, _) -> read(row))
        .single();
  }

  private static OpeningRequest read(ResultSet row) throws SQLException {
    return new OpeningRequest(
        row.getObject("request_id", UUID.class),
        Recipient.valueOf(row.getString("recipient")),
        row.getString("reason"),
        row.getObject("requested_by", UUID.class),
        row.getString("requester"),
        Days.of(row.getTimestamp("recorded_at").toInstant()),
        row.getObject("approved_by", UUID.class),
        row.getString("approver"));
  }

  void add(UUID caseId, UUID id, Recipient recipient, String reason, Officer by) {
    jdbc.sql(
            """
            insert into audit.opening_request (request_id, case_id, recipient, reason, requested_by)
            values (:id, :case, :recipient, :reason, :by)
            """)
        .param("id", id)
        .param("case", caseId)
        .param("recipient", recipient.name())
        .param("reason", reason)
        .param("by", by.id())
        .update();
  }

  void approve(UUID caseId, OpeningRequest request, Officer by) {
    jdbc.sql(
            """
            insert into audit.opening_approval (request_id, case_id, requested_by, approved_by)
            values (:id, :case, :requester, :by)
            """)
        .param("id", request.id())
        .param("case", caseId)
        .param("requester", request.requestedBy())
        .param("by", by.id())
        .update();
  }
}
