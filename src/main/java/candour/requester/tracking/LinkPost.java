package candour.requester.tracking;

import candour.casework.ActingForOthers;
import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Parties;
import candour.identity.Identity;
import candour.identity.Requester;
import candour.notifications.Mail;
import candour.notifications.Notifications;
import candour.platform.Acting;
import candour.platform.RequestHolder;
import candour.platform.Seals;
import candour.platform.Site;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Looks up who asked for a link, and mails one for each request that is theirs. */
@Configuration(proxyBeanMethods = false)
class LinkPost {

  private final Links links;
  private final LinkSettings settings;
  private final Identity identity;
  private final Casework casework;
  private final Parties parties;
  private final ActingForOthers acting;
  private final Notifications notifications;
  private final Site site;

  LinkPost(
      Links links,
      LinkSettings settings,
      Identity identity,
      Casework casework,
      Parties parties,
      ActingForOthers acting,
      Notifications notifications,
      Site site) {
    this.links = links;
    this.settings = settings;
    this.identity = identity;
    this.casework = casework;
    this.parties = parties;
    this.acting = acting;
    this.notifications = notifications;
    this.site = site;
  }

  /** What was asked, as it waits in the queue. */
  record Sealed(byte[] content) implements Serializable {}

  /** What was asked: an e-mail address or a number, and in which browser. */
  record Asked(String by, Browser browser) {}

  @Bean
  OneTimeTask<Sealed> linkTask(
      Seals seals, JsonMapper json, PlatformTransactionManager transactions) {
    var transaction = new TransactionTemplate(transactions);
    return Tasks.oneTime("link", Sealed.class)
        .execute((task, _) ->
            Acting.system()
                .run(() ->
                    transaction.executeWithoutResult(_ ->
                        send(
                            json.readValue(
                                seals.open("link " + task.getId(), task.getData().content()),
                                Asked.class)))));
  }

  void send(Asked asked) {
    (asked.by().contains("@") ? reachedAt(asked.by()) : numbered(asked.by()))
        .forEach(entrance -> send(entrance, asked.browser()));
  }

  /** A request, and who may come in to it. */
  record Entrance(CaseReference reference, UUID requesterId) {}

  private Stream<Entrance> reachedAt(String email) {
    return identity.reachedAt(email).stream()
        .map(Requester::id)
        .flatMap(id -> casework.casesOf(id).stream().map(reference -> new Entrance(reference, id)));
  }

  private Stream<Entrance> numbered(String number) {
    return casework.numbered(number).stream()
        .flatMap(reference ->
            Stream.concat(
                Stream.of(new Entrance(reference, casework.facts(reference).requesterId())),
                parties.of(reference).stream().map(id -> new Entrance(reference, id))));
  }

  /** Mails a link to whoever may come in, wherever they are reached now. */
  void send(Entrance entrance, Browser browser) {
    var reference = entrance.reference();
    if (!acting.mayAct(reference, entrance.requesterId())) {
      return;
    }
    var requester = identity.requester(entrance.requesterId());
    var email = requester.email();
    if (email != null) {
      var holder =
          new RequestHolder(reference.value(), requester.subjectId(), entrance.requesterId());
      var token = links.issue(holder, email, browser);
      notifications.mail(
          new Mail(
              "link",
              email,
              requester.language(),
              Map.of(
                  "link", site.link("/my-request/open/" + token),
                  "minutes", Long.toString(settings.life().toMinutes())),
              requester.id()));
    }
  }
}
