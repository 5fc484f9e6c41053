package candour.exemptions;

import candour.casework.CaseReference;
import candour.platform.Identifiers;
import candour.platform.Officer;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Grounds written down and opinions on health data, past every line of the portal. */
@Component
class GroundSql {

  static final String WORDS = "Weighed for this page alone.";

  private final DirectSql sql;
  private final JdbcClient jdbc;

  GroundSql(DirectSql sql, JdbcClient jdbc) {
    this.sql = sql;
    this.jdbc = jdbc;
  }

  /** Whose words they are, about what, and on which day. */
  record By(CaseReference reference, Officer officer, LocalDate on, Item about) {}

  /** What refuses the ground with all of its fields filled; {@code nothing} if nothing does. */
  String refusal(By by, String code) {
    return sql.refusal(() -> rely(by, code, fields(code), WORDS));
  }

  /** The same with these fields filled in these words. */
  String refusal(By by, String code, List<String> fields, String words) {
    return sql.refusal(() -> rely(by, code, fields, words));
  }

  private void rely(By by, String code, List<String> fields, String words) {
    var id = Identifiers.next();
    jdbc.sql(
            """
            insert into exemptions.reliance (reliance_id, case_id, item_id, within_id, code, officer_id, relied_on)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            by.reference().value(),
            by.about().id(),
            by.about().withinId(),
            code,
            by.officer().id(),
            by.on())
        .update();
    for (var field : fields) {
      jdbc.sql(
              "insert into exemptions.reliance_reason (reliance_id, code, field, words) values (?, ?, ?, ?)")
          .params(id, code, field, words)
          .update();
    }
  }

  /** What the ground asks, within a transaction. */
  List<String> fields(String code) {
    return jdbc.sql("select field from exemptions.required_field where code = ? order by position")
        .param(code)
        .query((row, _) -> row.getString(1))
        .list();
  }

  /** What refuses an opinion that was given that day; {@code nothing} if nothing does. */
  String opinion(By by, LocalDate given, boolean met) {
    return sql.refusal(() ->
        jdbc.sql(
                """
                insert into exemptions.health_opinion (opinion_id, case_id, item_id, within_id, professional, registration,
                  test_met, words, given_on, officer_id, recorded_on)
                values (?, ?, ?, ?, 'Dr Nerys Hughes, psychiatrist', 'GMC 1234567', ?, ?, ?, ?, ?)
                """)
            .params(
                Identifiers.next(),
                by.reference().value(),
                by.about().id(),
                by.about().withinId(),
                met,
                WORDS,
                given,
                by.officer().id(),
                by.on())
            .update());
  }
}
