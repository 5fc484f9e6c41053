package candour.response;

import candour.platform.Acting;
import candour.platform.Failures;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Calls off, every five minutes and each by itself, letters with a code that may never go. */
@Configuration(proxyBeanMethods = false)
class CodesCalledOffJob {

  private final CodesCalledOff codes;

  CodesCalledOffJob(CodesCalledOff codes) {
    this.codes = codes;
  }

  @Bean
  RecurringTask<Void> codesCallOff() {
    return Tasks.recurring("codes-call-off", FixedDelay.ofMinutes(5))
        .execute((_, _) -> Acting.system().run(this::callOffAll));
  }

  void callOffAll() {
    var failures = new Failures();
    codes.due().forEach(letter -> failures.attempt(() -> codes.callOff(letter)));
    failures.report();
  }
}
