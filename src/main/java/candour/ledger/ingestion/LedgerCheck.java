package candour.ledger.ingestion;

import candour.platform.Acting;
import candour.platform.Days;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each night, whether the rows of every batch are those that it was taken in with. The digest that
 * says so stands in the log with the batch, so whoever rewrites both is found there.
 */
@Configuration(proxyBeanMethods = false)
class LedgerCheck {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerCheck.class);

  @Bean
  RecurringTask<Void> ledgerCheck(JdbcClient jdbc, PlatformTransactionManager transactions) {
    var transaction = new TransactionTemplate(transactions);
    transaction.setReadOnly(true);
    return Tasks.recurring("ledger-check", new Daily(Days.LONDON, LocalTime.of(4, 30)))
        .execute((_, _) ->
            Acting.system().run(() -> transaction.executeWithoutResult(_ -> alarm(changed(jdbc)))));
  }

  private static List<UUID> changed(JdbcClient jdbc) {
    return jdbc.sql("select * from ledger.changed_batches()")
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  private static void alarm(List<UUID> changed) {
    changed.forEach(batch ->
        LOG.error(
            "ALARM: the rows of the batch {} of the ledger are not as they were taken in", batch));
  }
}
