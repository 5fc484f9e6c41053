package candour.response;

import candour.casework.Alerts;
import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.notifications.Notifications;
import candour.response.ResponseEvent.CodeCalledOff;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls off letters with a code whose recipient asked for somebody else and may never act again, so
 * that they wait no longer and an officer sees to the answer.
 */
@Component
@Transactional
class CodesCalledOff {

  private final JdbcClient jdbc;
  private final Casework casework;
  private final Notifications notifications;
  private final Alerts alerts;
  private final ApplicationEventPublisher events;

  CodesCalledOff(
      JdbcClient jdbc,
      Casework casework,
      Notifications notifications,
      Alerts alerts,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.casework = casework;
    this.notifications = notifications;
    this.alerts = alerts;
    this.events = events;
  }

  /** A letter that waits and may never go. */
  record Stranded(UUID letterId, CaseReference reference) {}

  /** Those that wait still, the oldest first. */
  @Transactional(readOnly = true)
  public List<Stranded> due() {
    return jdbc.sql("select * from response.stranded_codes()")
        .query((row, _) ->
            new Stranded(
                row.getObject("letter_id", UUID.class),
                new CaseReference(row.getObject("case_id", UUID.class))))
        .list();
  }

  /** Calls it off, once. */
  public void callOff(Stranded letter) {
    var reference = letter.reference();
    casework.hold(reference);
    if (notifications.callOff(letter.letterId())) {
      alerts.raise(reference, Alerts.Kind.CODE_CALLED_OFF);
      events.publishEvent(new CodeCalledOff(reference.value(), letter.letterId()));
    }
  }
}
