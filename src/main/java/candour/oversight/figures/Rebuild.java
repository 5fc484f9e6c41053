package candour.oversight.figures;

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

/** Counts the figures anew from time to time, and each day's entries at night, on one node. */
@Configuration(proxyBeanMethods = false)
class Rebuild {

  @Bean
  RecurringTask<Void> figuresRebuild(
      Figures figures, @Value("${candour.oversight.interval}") Duration interval) {
    return Tasks.recurring("figures-rebuild", FixedDelay.of(interval))
        .execute((_, _) -> figures.rebuild());
  }

  @Bean
  RecurringTask<Void> dailyTally(Tallies tallies) {
    return Tasks.recurring("daily-tally", new Daily(Days.LONDON, LocalTime.of(2, 30)))
        .execute((_, _) -> tallies.countDaysThatAreOver());
  }
}
