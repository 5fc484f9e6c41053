package candour.audit.log;

import candour.platform.Days;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * When the log grows, when witnesses are asked, and when all of it is read again and, being as it
 * was, archived.
 */
@Configuration(proxyBeanMethods = false)
class Sequencing {

  @Bean
  RecurringTask<Void> logSequencing(
      Submission submission,
      Sequencer sequencer,
      @Value("${candour.log.interval}") Duration interval) {
    return Tasks.recurring("log-sequencing", FixedDelay.of(interval))
        .execute((_, _) -> {
          submission.askFirst();
          sequencer.run();
        });
  }

  @Bean
  RecurringTask<Void> logWitnessing(
      Submission submission, @Value("${candour.log.interval}") Duration interval) {
    return Tasks.recurring("log-witnessing", FixedDelay.of(interval))
        .execute((_, _) -> submission.run());
  }

  @Bean
  RecurringTask<Void> logCheck(Sequencer sequencer, Archive archive) {
    return Tasks.recurring("log-check", new Daily(Days.LONDON, LocalTime.of(3, 30)))
        .execute((_, _) -> {
          if (sequencer.check()) {
            archive.run();
          }
        });
  }
}
