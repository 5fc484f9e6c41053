package candour.platform.security;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Erases, every quarter of an hour, files of forms that came too late and were not sent again. */
@Configuration(proxyBeanMethods = false)
class KeptFileErasure {

  @Bean
  RecurringTask<Void> keptFileErasureTask(KeptFiles files) {
    return Tasks.recurring("kept-file-erasure", FixedDelay.ofMinutes(15))
        .execute((_, _) -> files.forgetOld(KeptForms.LIFE));
  }
}
