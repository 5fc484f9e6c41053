package candour.casework;

import candour.casework.Listed.Place;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases, what is urgent and then what is due first at the top; a page is read from an index that
 * holds its order.
 */
@Component
@Transactional(readOnly = true)
public class Worklist {

  private static final String ANSWERED =
      RequestRows.SUMMARY
          + """
          where r.stage = 'ANSWERED' and r.reopened_on is null and r.answered_on <= :date
            and (r.answered_on < :date or r.case_id > :case)
          order by r.answered_on desc, r.case_id limit :rows
          """;

  private final JdbcClient jdbc;

  Worklist(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Which cases. */
  public sealed interface View {

    /** Every open one, those opened again among them. */
    record All() implements View {}

    /** The open ones of one officer. */
    record Mine(UUID officerId) implements View {}

    /** The open ones nobody works on. */
    record Unallocated() implements View {}

    /** Those that are answered, the latest first. */
    record Answered() implements View {}
  }

  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  public Listed<CaseSummary> page(View view, Place after) {
    var rows =
        jdbc.sql(sql(view)).params(parameters(view, after)).query(RequestRows::summary).list();
    return Listed.of(rows, Worklist::place);
  }

  private static Place place(CaseSummary row) {
    var answered = row.answeredOn();
    return new Place(
        !row.urgent(),
        answered == null || row.isOpen() ? row.listedDueOn() : answered,
        row.reference().value());
  }

  static Map<String, Object> parameters(View view, Place after) {
    var parameters = new HashMap<String, Object>();
    parameters.put("calm", after.later());
    parameters.put("date", date(view, after));
    parameters.put("case", after.id());
    parameters.put("rows", Listed.ROWS + 1);
    if (view instanceof View.Mine mine) {
      parameters.put("officer", mine.officerId());
    }
    return parameters;
  }

  /** What was answered is read backwards in time, so its top is the latest date. */
  private static LocalDate date(View view, Place after) {
    return view instanceof View.Answered && after.equals(Place.TOP) ? LATEST : after.date();
  }

  /** Ordering by the officer as well lets the index of an officer's cases give the order. */
  static String sql(View view) {
    return switch (view) {
      case View.All _ -> open("", "");
      case View.Mine _ -> open("and r.allocated_to = :officer", "");
      case View.Unallocated _ -> open("and r.allocated_to is null", "r.allocated_to,");
      case View.Answered _ -> ANSWERED;
    };
  }

  private static String open(String condition, String order) {
    return RequestRows.SUMMARY
        + """
        where (r.stage <> 'ANSWERED' or r.reopened_on is not null) and (r.calm, r.listed_due_on, r.case_id) > (:calm, :date, :case) %s
        order by %s r.calm, r.listed_due_on, r.case_id limit :rows
        """
            .formatted(condition, order);
  }
}
