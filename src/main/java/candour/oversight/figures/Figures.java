package candour.oversight.figures;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts kept for the committee. It connects as {@code candour_report}, which may read facts
 * without persons and nothing else of the portal.
 */
@Repository
public class Figures {

  /** How often something happened in a month, by one split, such as a provision. */
  public record Figure(String measure, LocalDate month, String split, long n) {}

  private static final String FIRST = "fact = 'ANSWER' and not supplementary";
  private static final String DECIDED = "fact = 'DETERMINATION' and state in ('APPROVED', 'ENDED')";

  /** What ended without an answer, in the month in which it did. */
  private static final String CLOSED =
      """
      (select answered_month as month, outcome from casework.facts
        where fact = 'REQUEST' and outcome in ('WITHDRAWN', 'JOINED')) closed
      """;

  /** What is counted, split by what, and from which facts; each in the month in which it was. */
  private static final String FACTS =
      String.join(
          " union all ",
          count("received", "kind", "casework.facts", "fact = 'REQUEST'"),
          count("recognised", "state", "casework.facts", "fact = 'ENTERED'"),
          count("reclassified", "state", "casework.facts", "fact = 'RECLASSIFICATION'"),
          count("guarded-later", "state", "casework.facts", "fact = 'PROTECTION'"),
          count("complained", "state", "casework.facts", "fact = 'COMPLAINT'"),
          count("complained-acknowledged", "kind", "casework.facts", "fact = 'COMPLAINT'"),
          count("corrected", "state", "casework.facts", "fact = 'CORRECTION'"),
          count("recipients", "state", "casework.facts", "fact = 'RECIPIENT'"),
          count("answered", "outcome", "response.facts", FIRST),
          count("answered-applied", "immigration_exemption_applied::text", "response.facts", FIRST),
          count("supplemented", "kind", "response.facts", "supplementary"),
          count("erased", "outcome", "response.facts", "fact = 'ERASURE'"),
          count("determined", "provision", "exemptions.facts", DECIDED),
          count("determined-outcome", "outcome", "exemptions.facts", DECIDED),
          count(
              "determined-wording",
              "case when alike then 'ALIKE' else 'OWN' end",
              "exemptions.facts",
              DECIDED),
          count("ended", "provision", "exemptions.facts", "fact = 'ENDING'"),
          count("ended-how", "state", "exemptions.facts", "fact = 'ENDING'"),
          count("ended-by", "ended_by", "exemptions.facts", "fact = 'ENDING'"),
          count("silence", "state", "exemptions.facts", "fact = 'SILENCE'"),
          count("refused", "provision", "exemptions.facts", "fact = 'REFUSED_ATTEMPT'"),
          count("refused-rule", "rule", "exemptions.facts", "fact = 'REFUSED_ATTEMPT'"),
          count("relied", "provision", "exemptions.facts", "fact = 'RELIANCE'"),
          count(
              "relied-crime",
              "coalesce(rule, 'ON_ITS_OWN')",
              "exemptions.facts",
              "fact = 'RELIANCE' and provision = 'CRIME_TAX'"),
          count("asked", "outcome", "ledger.facts", "true"),
          count("closed", "outcome", CLOSED, "true"));

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Figures(@Qualifier("reportDataSource") HikariDataSource report) {
    this.jdbc = JdbcClient.create(report);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(report));
  }

  /**
   * Counts everything anew from the facts; readers see the old figures until the new ones are
   * whole.
   */
  public void rebuild() {
    transaction.executeWithoutResult(_ -> {
      jdbc.sql("delete from oversight.figure").update();
      jdbc.sql("insert into oversight.figure (measure, month, split, n) " + FACTS).update();
      jdbc.sql(
              """
              insert into oversight.rebuilt (id, rebuilt_at) values (1, clock_timestamp())
              on conflict (id) do update set rebuilt_at = excluded.rebuilt_at
              """)
          .update();
    });
  }

  private static String count(String measure, String split, String from, String where) {
    return "select '%s', month, %s, count(*) from %s where %s group by 2, 3"
        .formatted(measure, split, from, where);
  }

  public List<Figure> all() {
    return jdbc.sql(
            "select measure, month, split, n from oversight.figure order by measure, month, split")
        .query((row, _) ->
            new Figure(
                row.getString("measure"),
                row.getObject("month", LocalDate.class),
                row.getString("split"),
                row.getLong("n")))
        .list();
  }

  /** When the figures were last counted. */
  public Optional<Instant> countedAt() {
    return jdbc.sql("select rebuilt_at from oversight.rebuilt")
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .optional();
  }
}
