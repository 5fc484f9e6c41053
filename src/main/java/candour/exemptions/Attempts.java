package candour.exemptions;

import candour.casework.CaseReference;
import candour.exemptions.DeterminationEvent.DeterminationRefused;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers what was refused: the attempt's own transaction is undone, so each is written in
 * another.
 */
@Repository
class Attempts {

  private static final Set<String> REMEMBERED =
      Set.of("windrush-guard", "secretary-of-state-only", "four-eyes");

  private final JdbcClient jdbc;
  private final Days days;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate apart;

  Attempts(
      JdbcClient jdbc,
      Days days,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.days = days;
    this.events = events;
    this.apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Runs the attempt in whose way a rule may stand, whether the domain or the database says so. */
  void watch(
      CaseReference reference, @Nullable Provision provision, Officer officer, Runnable attempt) {
    try {
      attempt.run();
    } catch (Refusal refusal) {
      if (REMEMBERED.contains(refusal.rule())) {
        apart.executeWithoutResult(_ -> remember(reference, provision, officer, refusal.rule()));
      }
      throw refusal;
    }
  }

  private void remember(
      CaseReference reference, @Nullable Provision provision, Officer officer, String rule) {
    jdbc.sql(
            """
            insert into exemptions.refused_attempt (attempt_id, case_id, provision, rule, officer_id, attempted_on)
            values (:id, :case, :provision, :rule, :officer, :on)
            """)
        .param("id", Identifiers.next())
        .param("case", reference.value())
        .param("provision", provision == null ? null : provision.name())
        .param("rule", rule.replace('-', '_').toUpperCase(Locale.ROOT))
        .param("officer", officer.id())
        .param("on", days.today())
        .update();
    events.publishEvent(
        new DeterminationRefused(
            reference.value(), provision == null ? null : provision.code(), rule, officer.id()));
  }
}
