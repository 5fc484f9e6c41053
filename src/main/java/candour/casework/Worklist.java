package candour.casework;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Open cases, what is due first at the top; a page is read from an index that holds its order. */
@Component
@Transactional(readOnly = true)
class Worklist {

  static final int ROWS = 50;

  private final JdbcClient jdbc;

  Worklist(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Which of the open cases. */
  sealed interface View {

    /** Every one. */
    record All() implements View {}

    /** Those of one officer. */
    record Mine(UUID officerId) implements View {}

    /** Those nobody works on. */
    record Unallocated() implements View {}
  }

  /** The last row of a page, after which the next begins. */
  record Place(LocalDate listedDueOn, UUID caseId) {

    /** Before every row. */
    static final Place TOP = new Place(LocalDate.of(1, 1, 1), new UUID(0, 0));

    static Place of(CaseSummary row) {
      return new Place(row.listedDueOn(), row.reference().value());
    }
  }

  /**
   * A page of the list.
   *
   * @param next where the next page begins; null on the last
   */
  record Page(List<CaseSummary> rows, @Nullable Place next) {}

  Page page(View view, Place after) {
    var rows =
        jdbc.sql(sql(view)).params(parameters(view, after)).query(RequestRows::summary).list();
    if (rows.size() <= ROWS) {
      return new Page(rows, null);
    }
    var shown = rows.subList(0, ROWS);
    return new Page(shown, Place.of(shown.getLast()));
  }

  static Map<String, Object> parameters(View view, Place after) {
    var parameters = new HashMap<String, Object>();
    parameters.put("due", after.listedDueOn());
    parameters.put("case", after.caseId());
    parameters.put("rows", ROWS + 1);
    if (view instanceof View.Mine mine) {
      parameters.put("officer", mine.officerId());
    }
    return parameters;
  }

  /** Ordering by the officer as well lets the index of an officer's cases give the order. */
  static String sql(View view) {
    return switch (view) {
      case View.All _ -> open("", "");
      case View.Mine _ -> open("and r.allocated_to = :officer", "");
      case View.Unallocated _ -> open("and r.allocated_to is null", "r.allocated_to,");
    };
  }

  private static String open(String condition, String order) {
    return RequestRows.SUMMARY
        + """
        where r.stage <> 'ANSWERED' and (r.listed_due_on, r.case_id) > (:due, :case) %s
        order by %s r.listed_due_on, r.case_id limit :rows
        """
            .formatted(condition, order);
  }
}
