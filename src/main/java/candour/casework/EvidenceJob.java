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

/**
 * Destroys the files that showed who somebody is once they are needed no more, each case by itself.
 */
@Configuration(proxyBeanMethods = false)
class EvidenceJob {

  private static final Logger LOG = LoggerFactory.getLogger(EvidenceJob.class);

  private final Evidence evidence;

  EvidenceJob(Evidence evidence) {
    this.evidence = evidence;
  }

  @Bean
  RecurringTask<Void> evidenceGoes() {
    return Tasks.recurring("evidence-goes", FixedDelay.ofHours(1))
        .execute((_, _) -> Acting.system().run(this::destroyAll));
  }

  void destroyAll() {
    var failures = new Failures();
    evidence.ripe().forEach(reference -> failures.attempt(() -> destroy(reference)));
    failures.report();
  }

  private void destroy(CaseReference reference) {
    try {
      evidence.destroy(reference);
    } catch (Refusal refused) {
      LOG.info("The files that showed who somebody is stay: {}", refused.rule());
    }
  }
}
