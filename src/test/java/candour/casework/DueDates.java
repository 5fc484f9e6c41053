package candour.casework;

import candour.platform.Controller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works every due date out again, from what was recorded of its clock. */
@Component
public class DueDates {

  private final Requests requests;
  private final Controller controller;

  DueDates(Requests requests, Controller controller) {
    this.requests = requests;
    this.controller = controller;
  }

  private record Stored(UUID caseId, LocalDate receivedOn, @Nullable LocalDate due, LocalDate by) {}

  /** The cases whose row says something else than their clock. */
  public List<UUID> wrong(JdbcClient jdbc) {
    var clock = new CaseClock(jdbc, requests, controller, _ -> {});
    return jdbc
        .sql("select case_id, received_on, due_on, listed_due_on from casework.request")
        .query((row, _) -> stored(row))
        .list()
        .stream()
        .filter(it -> !follows(it, clock))
        .map(Stored::caseId)
        .toList();
  }

  private static boolean follows(Stored stored, CaseClock clock) {
    var entries = clock.entries(new CaseReference(stored.caseId()));
    var deadline = clock.deadline(stored.receivedOn(), entries);
    var due =
        deadline instanceof candour.casework.clock.Deadline.Due(var on, var _, var _) ? on : null;
    return Objects.equals(due, stored.due()) && deadline.sortedBy().equals(stored.by());
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getObject(1, UUID.class),
        row.getObject(2, LocalDate.class),
        row.getObject(3, LocalDate.class),
        row.getObject(4, LocalDate.class));
  }
}
