package candour.requester.tracking;

import candour.platform.Acting;
import candour.platform.Seals;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes down that somebody asks for a link. Whether they are known is looked up later, so that
 * neither the page nor its timing tells.
 */
@Component
class LinkRequests {

  private final SchedulerClient scheduler;
  private final OneTimeTask<LinkPost.Sealed> task;
  private final Seals seals;
  private final JsonMapper json;
  private final TransactionTemplate transaction;

  LinkRequests(
      SchedulerClient scheduler,
      OneTimeTask<LinkPost.Sealed> task,
      Seals seals,
      JsonMapper json,
      PlatformTransactionManager transactions) {
    this.scheduler = scheduler;
    this.task = task;
    this.seals = seals;
    this.json = json;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Queues it.
   *
   * @param by an e-mail address or the number of a request, as typed
   */
  void ask(String by, Browser browser) {
    var id = UUID.randomUUID().toString();
    var asked = json.writeValueAsBytes(new LinkPost.Asked(by, browser));
    Acting.system()
        .run(() ->
            transaction.executeWithoutResult(_ ->
                scheduler.scheduleIfNotExists(
                    task.instance(id, new LinkPost.Sealed(seals.seal("link " + id, asked))),
                    Instant.EPOCH)));
  }
}
