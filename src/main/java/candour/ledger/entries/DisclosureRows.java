package candour.ledger.entries;

import candour.ledger.Asked;
import candour.ledger.Asked.LastResort;
import candour.ledger.AskedBy;
import candour.ledger.DataItem;
import candour.ledger.Disclosure;
import candour.ledger.Disclosure.Under;
import candour.ledger.DisclosureOutcome;
import candour.ledger.DisclosureOutcome.NotTraced;
import candour.ledger.DisclosureOutcome.Rejected;
import candour.ledger.DisclosureOutcome.RejectionReason;
import candour.ledger.DisclosureOutcome.TraceDetail;
import candour.ledger.DisclosureOutcome.Traced;
import candour.ledger.DisclosureOutcome.Withdrawn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads entries from the ledger's tables. */
final class DisclosureRows {

  /** The columns of an entry, from {@code ledger.disclosure d} and what joins it. */
  static final String COLUMNS =
      """
      d.disclosure_id, d.asked_by, d.asked_of, d.requester_role, d.reason_code, d.last_resort, d.last_resort_exception,
      d.outcome, d.trace_detail, d.rejection_reason, array_to_string(d.data_items, ',') as data_items,
      d.requested_on, d.disclosed_on, d.out_of_agreement,
      a.agreement_id, a.name_en, a.name_cy, v.version_name
      """;

  /** What joins an entry: its agreement's version, if it has one. */
  static final String JOINS =
      """
      left join ledger.agreement_version v on v.version_id = d.version_id
      left join ledger.agreement a on a.agreement_id = v.agreement_id
      """;

  private DisclosureRows() {}

  /** The entry in this row of a query for {@link #COLUMNS}. */
  static Disclosure read(ResultSet row, int number) throws SQLException {
    return new Disclosure(
        row.getObject("disclosure_id", UUID.class),
        new Asked(
            AskedBy.valueOf(row.getString("asked_by")),
            row.getString("asked_of"),
            row.getString("requester_role"),
            row.getString("reason_code"),
            lastResort(row),
            row.getObject("requested_on", LocalDate.class)),
        outcome(row),
        under(row),
        row.getBoolean("out_of_agreement"));
  }

  private static LastResort lastResort(ResultSet row) throws SQLException {
    if (row.getBoolean("last_resort")) {
      return LastResort.SOURCES_TRIED;
    }
    var exception = row.getString("last_resort_exception");
    return exception == null ? LastResort.NOT_SHOWN : LastResort.valueOf(exception);
  }

  private static DisclosureOutcome outcome(ResultSet row) throws SQLException {
    var outcome = row.getString("outcome");
    return switch (outcome) {
      case "APPROVED_TRACE" ->
          new Traced(
              traceDetail(row.getString("trace_detail")),
              items(row.getString("data_items")),
              row.getObject("disclosed_on", LocalDate.class));
      case "APPROVED_NO_TRACE" -> new NotTraced();
      case "REJECTED" -> new Rejected(RejectionReason.valueOf(row.getString("rejection_reason")));
      case "WITHDRAWN" -> new Withdrawn();
      default -> throw new IllegalStateException("The ledger has no outcome " + outcome);
    };
  }

  private static @Nullable TraceDetail traceDetail(@Nullable String detail) {
    return detail == null ? null : TraceDetail.valueOf(detail);
  }

  private static Set<DataItem> items(String joined) {
    return Arrays.stream(joined.split(",", -1)).map(DataItem::valueOf).collect(Collectors.toSet());
  }

  private static @Nullable Under under(ResultSet row) throws SQLException {
    return row.getString("agreement_id") == null
        ? null
        : new Under(
            row.getString("agreement_id"),
            row.getString("name_en"),
            row.getString("name_cy"),
            row.getString("version_name"));
  }
}
