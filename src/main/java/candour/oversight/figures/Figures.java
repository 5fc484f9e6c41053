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

  private static final String FACTS =
      """
      select 'received', month, kind, count(*) from casework.facts where fact = 'REQUEST' group by 2, 3
      union all
      select 'recognised', month, state, count(*) from casework.facts where fact = 'ENTERED' group by 2, 3
      union all
      select 'reclassified', month, state, count(*) from casework.facts where fact = 'RECLASSIFICATION' group by 2, 3
      union all
      select 'guarded-later', month, state, count(*) from casework.facts where fact = 'PROTECTION' group by 2, 3
      union all
      select 'answered', month, outcome, count(*) from response.facts
        where fact = 'ANSWER' and not supplementary group by 2, 3
      union all
      select 'answered-applied', month, immigration_exemption_applied::text, count(*) from response.facts
        where fact = 'ANSWER' and not supplementary group by 2, 3
      union all
      select 'supplemented', month, kind, count(*) from response.facts where supplementary group by 2, 3
      union all
      select 'erased', month, outcome, count(*) from response.facts where fact = 'ERASURE' group by 2, 3
      union all
      select 'determined', month, provision, count(*) from exemptions.facts
        where fact = 'DETERMINATION' and state in ('APPROVED', 'ENDED') group by 2, 3
      union all
      select 'determined-outcome', month, outcome, count(*) from exemptions.facts
        where fact = 'DETERMINATION' and state in ('APPROVED', 'ENDED') group by 2, 3
      union all
      select 'determined-wording', month, case when alike then 'ALIKE' else 'OWN' end, count(*) from exemptions.facts
        where fact = 'DETERMINATION' and state in ('APPROVED', 'ENDED') group by 2, 3
      union all
      select 'ended', month, provision, count(*) from exemptions.facts where fact = 'ENDING' group by 2, 3
      union all
      select 'ended-how', month, state, count(*) from exemptions.facts where fact = 'ENDING' group by 2, 3
      union all
      select 'ended-by', month, ended_by, count(*) from exemptions.facts where fact = 'ENDING' group by 2, 3
      union all
      select 'silence', month, state, count(*) from exemptions.facts where fact = 'SILENCE' group by 2, 3
      union all
      select 'refused', month, provision, count(*) from exemptions.facts where fact = 'REFUSED_ATTEMPT' group by 2, 3
      union all
      select 'refused-rule', month, rule, count(*) from exemptions.facts where fact = 'REFUSED_ATTEMPT' group by 2, 3
      union all
      select 'relied', month, provision, count(*) from exemptions.facts where fact = 'RELIANCE' group by 2, 3
      union all
      select 'relied-crime', month, coalesce(rule, 'ON_ITS_OWN'), count(*) from exemptions.facts
        where fact = 'RELIANCE' and provision = 'CRIME_TAX' group by 2, 3
      union all
      select 'closed', answered_month, outcome, count(*) from casework.facts
        where fact = 'REQUEST' and outcome in ('WITHDRAWN', 'JOINED') group by 2, 3
      union all
      select 'complained', month, state, count(*) from casework.facts where fact = 'COMPLAINT' group by 2, 3
      union all
      select 'complained-acknowledged', month, kind, count(*) from casework.facts where fact = 'COMPLAINT' group by 2, 3
      union all
      select 'corrected', month, state, count(*) from casework.facts where fact = 'CORRECTION' group by 2, 3
      union all
      select 'recipients', month, state, count(*) from casework.facts where fact = 'RECIPIENT' group by 2, 3
      union all
      select 'asked', month, outcome, count(*) from ledger.facts group by 2, 3
      """;

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
