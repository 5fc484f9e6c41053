package candour.casework;

import candour.casework.CaseSummary.Allocated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code casework.request} into what each reader needs. */
final class RequestRows {

  /** With the officer's name; the caller adds the condition. */
  static final String SUMMARY =
      """
      select r.case_id, r.number, r.subject_id, r.requester_id, r.subject_name, r.kind, r.urgent, r.stage, r.version,
        r.allocated_to, o.name as officer_name, r.identity_verification, r.received_on, r.due_on, r.listed_due_on,
        r.language, r.channel, r.regime, r.answered_on, r.outcome, r.reopened_on
      from casework.request r left join platform.officer o on o.officer_id = r.allocated_to
      """;

  private RequestRows() {}

  static CaseSummary summary(ResultSet row, int number) throws SQLException {
    return new CaseSummary(
        reference(row),
        row.getString("number"),
        id(row, "subject_id"),
        id(row, "requester_id"),
        row.getString("subject_name"),
        isGuarded(row),
        row.getBoolean("urgent"),
        stage(row),
        row.getLong("version"),
        allocated(row),
        row.getObject("identity_verification") != null,
        Objects.requireNonNull(date(row, "received_on")),
        date(row, "due_on"),
        Objects.requireNonNull(date(row, "listed_due_on")),
        Locale.of(row.getString("language")),
        Channel.valueOf(row.getString("channel")),
        Regime.valueOf(row.getString("regime")),
        date(row, "answered_on"),
        outcome(row),
        date(row, "reopened_on"));
  }

  static CaseFacts facts(ResultSet row, int number) throws SQLException {
    return new CaseFacts(
        reference(row),
        id(row, "subject_id"),
        id(row, "requester_id"),
        isGuarded(row),
        Purpose.valueOf(row.getString("purpose")),
        stage(row));
  }

  static Held held(ResultSet row, int number) throws SQLException {
    return new Held(
        id(row, "subject_id"),
        id(row, "requester_id"),
        stage(row),
        row.getLong("version"),
        row.getObject("identity_verification") != null,
        isGuarded(row),
        row.getObject("reopened_on") != null);
  }

  static SubjectAccessRequest asked(ResultSet row, int number) throws SQLException {
    return new SubjectAccessRequest(
        id(row, "subject_id"),
        id(row, "requester_id"),
        row.getString("subject_name"),
        Purpose.valueOf(row.getString("purpose")),
        sought(row),
        urgency(row),
        Locale.of(row.getString("language")),
        Channel.valueOf(row.getString("channel")),
        row.getString("declared"));
  }

  private static Sought sought(ResultSet row) throws SQLException {
    return new Sought(
        Extent.valueOf(row.getString("extent")),
        List.of(texts(row, "documents")),
        Arrays.stream(texts(row, "wants")).map(Want::valueOf).collect(Collectors.toSet()),
        row.getString("wants_words"),
        row.getString("period_from"),
        row.getString("period_to"));
  }

  private static @Nullable Urgency urgency(ResultSet row) throws SQLException {
    var cause = cause(row);
    return cause == null
        ? null
        : new Urgency(cause, row.getString("urgency_when"), row.getString("urgency_words"));
  }

  static Urgency.@Nullable Cause cause(ResultSet row) throws SQLException {
    var cause = row.getString("urgency");
    return cause == null ? null : Urgency.Cause.valueOf(cause);
  }

  private static String[] texts(ResultSet row, String column) throws SQLException {
    return (String[]) row.getArray(column).getArray();
  }

  static Entered entered(ResultSet row, int number) throws SQLException {
    var arrived =
        new Arrival(
            row.getObject("received_on", LocalDate.class),
            row.getObject("recognised_on", LocalDate.class));
    return new Entered(
        row.getString("name"), arrived, row.getObject("entered_on", LocalDate.class));
  }

  private static CaseReference reference(ResultSet row) throws SQLException {
    return new CaseReference(id(row, "case_id"));
  }

  private static boolean isGuarded(ResultSet row) throws SQLException {
    return row.getString("kind").equals("GUARDED");
  }

  private static Stage stage(ResultSet row) throws SQLException {
    return Stage.valueOf(row.getString("stage"));
  }

  private static @Nullable Allocated allocated(ResultSet row) throws SQLException {
    var officer = row.getObject("allocated_to", UUID.class);
    return officer == null ? null : new Allocated(officer, row.getString("officer_name"));
  }

  private static @Nullable Outcome outcome(ResultSet row) throws SQLException {
    var outcome = row.getString("outcome");
    return outcome == null ? null : Outcome.valueOf(outcome);
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
