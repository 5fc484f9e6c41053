package candour.audit;

import candour.audit.merkle.NotProven;
import candour.platform.Days;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each night, whether the records of the portal are what the log says they are. */
@Configuration(proxyBeanMethods = false)
class TestimonyCheck {

  private static final Logger LOG = LoggerFactory.getLogger(TestimonyCheck.class);

  @Bean
  RecurringTask<Void> testimonyCheck(Testimony testimony) {
    return Tasks.recurring("testimony-check", new Daily(Days.LONDON, LocalTime.of(4, 0)))
        .execute((_, _) -> check(testimony));
  }

  private static void check(Testimony testimony) {
    try {
      var agreed = testimony.check();
      LOG.info(
          "{} rows are as {} entries of the decision log say; {} entries were erased with their cases",
          agreed.rows(),
          agreed.entries(),
          agreed.erased());
    } catch (NotProven e) {
      LOG.error("ALARM: the records are not what the decision log says: {}", e.getMessage());
    }
  }
}
