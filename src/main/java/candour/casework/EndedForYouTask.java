package candour.casework;

import candour.platform.Acting;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Has the portal itself write to the person of a case that was withdrawn for them: whoever withdrew
 * it does not read how they are reached.
 */
@Configuration(proxyBeanMethods = false)
class EndedForYouTask {

  @Bean
  OneTimeTask<Void> endedForYouTask(EndedForYou endedForYou) {
    return Tasks.oneTime("ended-for-you")
        .execute((task, _) ->
            Acting.system()
                .run(() -> endedForYou.write(new CaseReference(UUID.fromString(task.getId())))));
  }
}
