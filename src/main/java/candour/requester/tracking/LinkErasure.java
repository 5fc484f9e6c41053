package candour.requester.tracking;

import candour.platform.Acting;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets, every hour, the links that are over. */
@Configuration(proxyBeanMethods = false)
class LinkErasure {

  @Bean
  RecurringTask<Void> linkErasureTask(Links links, PlatformTransactionManager transactions) {
    var transaction = new TransactionTemplate(transactions);
    return Tasks.recurring("link-erasure", FixedDelay.ofHours(1))
        .execute((_, _) ->
            Acting.system().run(() -> transaction.executeWithoutResult(_ -> links.eraseExpired())));
  }
}
