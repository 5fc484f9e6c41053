package candour.casework;

import candour.casework.CaseEvent.AlertSeen;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people told the portal, or it found, that an officer has to look at; until one has, it
 * stands above everything else that waits.
 */
@Component
@Transactional
public class Alerts {

  static final String OPEN =
      """
      select o.*, r.number from (
        select * from casework.open_alert order by raised_on, alert_id limit :most) o
      join casework.request r using (case_id) order by o.raised_on, o.alert_id
      """;

  private final JdbcClient jdbc;
  private final Days days;
  private final ApplicationEventPublisher events;

  Alerts(JdbcClient jdbc, Days days, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.days = days;
    this.events = events;
  }

  /** What was told, or found. */
  public enum Kind {
    /** The person objects to whoever asks for them. */
    OBJECTION,
    /** Contact details are to change, and the old ones are lost. */
    CONTACT_CHANGE,
    /** Whoever reads what comes to the old address did not ask for the change. */
    NOT_ME,
    /** A code that opens the answer is not sent, as whoever asked may no longer act. */
    CODE_CALLED_OFF
  }

  /**
   * Something to look at.
   *
   * @param on in London
   * @param again when it was told again, by {@code id}, before anybody had looked; null if never
   */
  public record Alert(
      UUID id,
      CaseReference reference,
      String number,
      Kind kind,
      LocalDate on,
      @Nullable LocalDate again) {}

  /**
   * Raises it in the transaction of the fact that it is about, before that is told; while the same
   * waits already it stays one, which whoever looked at it before has not looked at.
   */
  public void raise(CaseReference reference, Kind kind) {
    jdbc.sql(
            """
            insert into casework.alert (alert_id, case_id, kind, raised_on)
            values (:id, :case, :kind, :on)
            """)
        .param("id", Identifiers.next())
        .param("case", reference.value())
        .param("kind", kind.name())
        .param("on", days.today())
        .update();
  }

  /** The oldest that nobody has looked at; for people at work. */
  @Transactional(readOnly = true)
  public List<Alert> open(int most) {
    return jdbc.sql(OPEN).param("most", most).query((row, _) -> alert(row)).list();
  }

  /** Of one case, those that nobody has looked at. */
  @Transactional(readOnly = true)
  public List<Alert> open(CaseReference reference) {
    return jdbc.sql(
            """
            select o.*, r.number from casework.open_alert o join casework.request r using (case_id)
            where o.case_id = :case order by o.raised_on, o.alert_id
            """)
        .param("case", reference.value())
        .query((row, _) -> alert(row))
        .list();
  }

  private static Alert alert(ResultSet row) throws SQLException {
    return new Alert(
        row.getObject("alert_id", UUID.class),
        new CaseReference(row.getObject("case_id", UUID.class)),
        row.getString("number"),
        Kind.valueOf(row.getString("kind")),
        row.getObject("raised_on", LocalDate.class),
        row.getObject("again_on", LocalDate.class));
  }

  /** Puts on record that an officer has looked at it; a second time changes nothing. */
  public void seen(CaseReference reference, UUID alert, Officer officer) {
    var first =
        jdbc.sql(
                    """
                    insert into casework.alert_seen (alert_id, case_id, officer_id, seen_on)
                    select a.alert_id, a.case_id, :officer, :on from casework.alert a
                    where a.alert_id = :alert and a.case_id = :case on conflict do nothing
                    """)
                .param("alert", alert)
                .param("case", reference.value())
                .param("officer", officer.id())
                .param("on", days.today())
                .update()
            == 1;
    if (first) {
      events.publishEvent(new AlertSeen(reference.value(), alert, officer.id()));
    }
  }
}
