package candour.platform.storage;

import candour.platform.Acting;
import candour.platform.Days;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each night, whether what the portal goes by is what came with it and what it was set to. Neither
 * stands in the log, since nobody in the portal ever does anything to it.
 */
@Configuration(proxyBeanMethods = false)
class ShippedCheck {

  private static final Logger LOG = LoggerFactory.getLogger(ShippedCheck.class);

  @Bean
  RecurringTask<Void> shippedCheck(
      JdbcClient jdbc, ControllerRow controller, PlatformTransactionManager transactions) {
    var transaction = new TransactionTemplate(transactions);
    transaction.setReadOnly(true);
    return Tasks.recurring("shipped-check", new Daily(Days.LONDON, LocalTime.of(5, 0)))
        .execute((_, _) ->
            Acting.system()
                .run(() -> transaction.executeWithoutResult(_ -> alarm(jdbc, controller))));
  }

  private static void alarm(JdbcClient jdbc, ControllerRow controller) {
    ShippedTables.changed(jdbc)
        .forEach(table -> LOG.error("ALARM: {} is not as it was shipped with the portal", table));
    if (!controller.stands(jdbc)) {
      LOG.error("ALARM: platform.controller is not what the settings of the portal say");
    }
  }
}
