package candour.response;

import candour.platform.Acting;
import candour.platform.Failures;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reminds, each by itself, of the answers that nobody has opened and that soon nobody can. */
@Configuration(proxyBeanMethods = false)
class ReminderJob {

  private final Reminders reminders;

  ReminderJob(Reminders reminders) {
    this.reminders = reminders;
  }

  @Bean
  RecurringTask<Void> codesEnd() {
    return Tasks.recurring("codes-end", FixedDelay.ofHours(1))
        .execute((_, _) -> Acting.system().run(this::remindAll));
  }

  void remindAll() {
    var failures = new Failures();
    reminders.due().forEach(ending -> failures.attempt(() -> reminders.send(ending)));
    failures.report();
  }
}
