package candour.requester.journey;

import candour.platform.Acting;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases, every hour, what people typed and never sent. */
@Configuration(proxyBeanMethods = false)
class DraftErasure {

  @Bean
  RecurringTask<Void> draftErasureTask(Drafts drafts, PlatformTransactionManager transactions) {
    var transaction = new TransactionTemplate(transactions);
    return Tasks.recurring("draft-erasure", FixedDelay.ofHours(1))
        .execute((_, _) ->
            Acting.system()
                .run(() -> transaction.executeWithoutResult(_ -> drafts.eraseExpired())));
  }
}
