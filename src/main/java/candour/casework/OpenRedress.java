package candour.casework;

import candour.casework.Listed.Place;
import candour.ledger.AskedBy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The complaints, corrections and recipients that wait for the office, the oldest first, and before
 * these the complaints that nobody has acknowledged; read from an index that holds the order.
 */
@Component
@Transactional(readOnly = true)
public class OpenRedress {

  static final String PAGE =
      """
      select o.*, r.number, r.subject_name, coalesce(c.acknowledge_by, e.answer_by, k.answer_by) as listed_by, p.body
      from (select * from casework.open_redress
          where kind = :kind and (acknowledged, received_on, redress_id) > (:acknowledged, :date, :id)
          order by acknowledged, received_on, redress_id limit :rows) o
        join casework.request r using (case_id)
        left join casework.complaint c on c.complaint_id = o.redress_id
        left join casework.correction k on k.correction_id = o.redress_id
        left join casework.correction_extension e on e.correction_id = o.redress_id
        left join casework.recipient p on p.recipient_id = o.redress_id
      order by o.acknowledged, o.received_on, o.redress_id
      """;

  private final JdbcClient jdbc;

  OpenRedress(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is listed. */
  public enum Kind {
    COMPLAINT,
    CORRECTION,
    /** Somebody who was given what has been put right, and has to be told. */
    RECIPIENT
  }

  /**
   * A line of the list.
   *
   * @param by the last day for the acknowledgement, or for the answer to a correction; null before
   *     there was such a duty
   * @param body who was given what has been put right; null for everything else
   */
  public record Row(
      UUID id,
      CaseReference reference,
      String number,
      String subjectName,
      boolean acknowledged,
      LocalDate receivedOn,
      @Nullable LocalDate by,
      @Nullable AskedBy body) {

    Place place() {
      return new Place(acknowledged, receivedOn, id);
    }
  }

  public Listed<Row> page(Kind kind, Place after) {
    var rows =
        jdbc.sql(PAGE)
            .param("kind", kind.name())
            .param("acknowledged", after.later())
            .param("date", after.date())
            .param("id", after.id())
            .param("rows", Listed.ROWS + 1)
            .query((row, _) -> row(row))
            .list();
    return Listed.of(rows, Row::place);
  }

  private static Row row(ResultSet row) throws SQLException {
    var body = row.getString("body");
    return new Row(
        row.getObject("redress_id", UUID.class),
        new CaseReference(row.getObject("case_id", UUID.class)),
        row.getString("number"),
        row.getString("subject_name"),
        row.getBoolean("acknowledged"),
        row.getObject("received_on", LocalDate.class),
        row.getObject("listed_by", LocalDate.class),
        body == null ? null : AskedBy.valueOf(body));
  }
}
