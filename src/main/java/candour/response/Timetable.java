package candour.response;

import candour.platform.Acting;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has each released pack leave at its time, after a restart too. */
@Configuration(proxyBeanMethods = false)
class Timetable {

  /** One run for each released pack, named by its identifier. */
  @Bean
  OneTimeTask<Void> packDeparture(Departures departures) {
    return Tasks.oneTime("pack-departure")
        .execute((pack, _) ->
            Acting.system().run(() -> departures.leave(UUID.fromString(pack.getId()))));
  }
}
