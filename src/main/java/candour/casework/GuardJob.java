package candour.casework;

import candour.platform.Acting;
import candour.platform.Failures;
import candour.platform.Refusal;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ends the guard of requests whose requesters had notice and did not object, each by itself. */
@Configuration(proxyBeanMethods = false)
class GuardJob {

  private static final Logger LOG = LoggerFactory.getLogger(GuardJob.class);

  private final Reclassifications reclassifications;

  GuardJob(Reclassifications reclassifications) {
    this.reclassifications = reclassifications;
  }

  @Bean
  RecurringTask<Void> guardEnds() {
    return Tasks.recurring("guard-ends", FixedDelay.ofHours(1))
        .execute((_, _) -> Acting.system().run(this::endAll));
  }

  void endAll() {
    var failures = new Failures();
    for (var ripe : reclassifications.ripe()) {
      failures.attempt(() -> end(ripe));
    }
    failures.report();
  }

  private void end(ReclassificationRows.Ripe ripe) {
    try {
      reclassifications.takeEffect(ripe);
    } catch (Refusal refused) {
      LOG.info("The guard of a request stays: {}", refused.rule());
    }
  }
}
