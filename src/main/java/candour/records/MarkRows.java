package candour.records;

import candour.casework.CaseReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where pages are blacked out, by the decision to do so. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MarkRows {

  private record Marked(UUID decision, Mark mark) {}

  private static final String MARKS =
      """
      select r.decision_id, r.x, r.y, r.x + r.width as right_x, r.y + r.height as bottom_y, r.ground, r.proposal_id,
        r.reliance_id
      from records.region r where r.case_id = :case %s order by r.decision_id, r.region_no
      """;

  private final JdbcClient jdbc;

  MarkRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The marks of every decision of the case. */
  Map<UUID, List<Mark>> of(CaseReference reference) {
    return byDecision(jdbc.sql(MARKS.formatted("")).param("case", reference.value()));
  }

  /** The marks of the decisions that count on the pages of one record. */
  Map<UUID, List<Mark>> of(CaseReference reference, RecordId record) {
    var counting =
        "and r.decision_id in (select decision_id from records.page where record_id = :record)";
    return byDecision(
        jdbc.sql(MARKS.formatted(counting))
            .param("case", reference.value())
            .param("record", record.value()));
  }

  private static Map<UUID, List<Mark>> byDecision(JdbcClient.StatementSpec marks) {
    return marks.query((row, _) -> read(row)).list().stream()
        .collect(
            Collectors.groupingBy(
                Marked::decision, Collectors.mapping(Marked::mark, Collectors.toList())));
  }

  private static Marked read(ResultSet row) throws SQLException {
    return new Marked(
        row.getObject("decision_id", UUID.class), new Mark(place(row), RecordRows.ground(row)));
  }

  /** A place from its left and upper edge to the right and the lower one. */
  static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getDouble("x"),
        row.getDouble("y"),
        row.getDouble("right_x"),
        row.getDouble("bottom_y"));
  }
}
