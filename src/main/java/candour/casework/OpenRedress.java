package candour.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

  static final int ROWS = 50;

  static final String PAGE =
      """
      select o.*, r.number, r.subject_name, coalesce(c.acknowledge_by, e.answer_by, k.answer_by) as listed_by
      from (select * from casework.open_redress
          where kind = :kind and (acknowledged, received_on, redress_id) > (:acknowledged, :date, :id)
          order by acknowledged, received_on, redress_id limit :rows) o
        join casework.request r using (case_id)
        left join casework.complaint c on c.complaint_id = o.redress_id
        left join casework.correction k on k.correction_id = o.redress_id
        left join casework.correction_extension e on e.correction_id = o.redress_id
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
   */
  public record Row(
      UUID id,
      CaseReference reference,
      String number,
      String subjectName,
      boolean acknowledged,
      LocalDate receivedOn,
      @Nullable LocalDate by) {

    Place place() {
      return new Place(acknowledged, receivedOn, id);
    }
  }

  /** The last row of a page, after which the next begins; written {@code true.2026-08-03.<id>}. */
  public record Place(boolean acknowledged, LocalDate receivedOn, UUID id) {

    /** Before every row. */
    public static final Place TOP = new Place(false, LocalDate.of(1, 1, 1), new UUID(0, 0));

    /** Reads a place back; what is none is nowhere. */
    public static Optional<Place> read(String written) {
      var parts = written.split("\\.", 3);
      try {
        return parts.length < 3
            ? Optional.empty()
            : Optional.of(
                new Place(
                    Boolean.parseBoolean(parts[0]),
                    LocalDate.parse(parts[1]),
                    UUID.fromString(parts[2])));
      } catch (DateTimeException | IllegalArgumentException notAPlace) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return acknowledged + "." + receivedOn + "." + id;
    }
  }

  /**
   * A page of the list.
   *
   * @param next where the next page begins; null on the last
   */
  public record Page(List<Row> rows, @Nullable Place next) {}

  public Page page(Kind kind, Place after) {
    var rows =
        jdbc.sql(PAGE)
            .param("kind", kind.name())
            .param("acknowledged", after.acknowledged())
            .param("date", after.receivedOn())
            .param("id", after.id())
            .param("rows", ROWS + 1)
            .query((row, _) -> row(row))
            .list();
    if (rows.size() <= ROWS) {
      return new Page(rows, null);
    }
    var shown = rows.subList(0, ROWS);
    return new Page(shown, shown.getLast().place());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("redress_id", UUID.class),
        new CaseReference(row.getObject("case_id", UUID.class)),
        row.getString("number"),
        row.getString("subject_name"),
        row.getBoolean("acknowledged"),
        row.getObject("received_on", LocalDate.class),
        row.getObject("listed_by", LocalDate.class));
  }
}
