package candour.response;

import candour.platform.Acting;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has each released pack leave at its time, after a restart too. */
@Configuration(proxyBeanMethods = false)
class Timetable {

  /** For each released pack, named by its identifier; again after a while if it has to wait. */
  @Bean
  CustomTask<Void> packDeparture(
      Departures departures, @Value("${candour.log.interval}") Duration pause) {
    return Tasks.custom("pack-departure", Void.class)
        .execute((pack, _) ->
            Acting.system().call(() -> departures.leave(UUID.fromString(pack.getId())))
                ? new OnCompleteRemove<>()
                : new OnCompleteReschedule<>(FixedDelay.of(pause)));
  }
}
