package candour.exemptions;

import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Failures;
import candour.platform.Refusal;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Ends, each day after midnight in London, what was to be reviewed by the day before and was not
 * decided afresh: no determination outlives its review.
 */
@Configuration(proxyBeanMethods = false)
class Lapses {

  private static final Duration AGAIN = Duration.ofMinutes(15);
  private static final int AT_ONCE = 500;

  @Bean
  RecurringTask<Void> determinationLapse(Decisions decisions, Days days) {
    return Tasks.recurring("determination-lapse", new Daily(Days.LONDON, LocalTime.of(0, 5)))
        .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
        .execute((_, _) -> Acting.system().run(() -> lapse(decisions, days)));
  }

  /** Each by itself: one that cannot end does not keep the others in force. */
  static void lapse(Decisions decisions, Days days) {
    var failures = new Failures();
    var over = days.today().minusDays(1);
    List<Lapsing> due;
    DeterminationId last = null;
    do {
      due = decisions.lapsing(over, last, AT_ONCE);
      for (var each : due) {
        last = each.id();
        failures.attempt(() -> lapse(decisions, each));
      }
    } while (due.size() == AT_ONCE);
    failures.report();
  }

  /** Somebody else may have ended it first. */
  private static void lapse(Decisions decisions, Lapsing due) {
    try {
      decisions.lapse(due.reference(), due.id());
    } catch (Refusal refusal) {
      if (!refusal.rule().equals("not-in-force")) {
        throw refusal;
      }
    }
  }
}
