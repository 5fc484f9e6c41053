package candour.casework;

import candour.casework.CaseEvent.UrgencyChanged;
import candour.casework.Urgency.Cause;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What officers learn of how urgent a case is, after what was said when it was asked. */
@Component
@Transactional
public class Urgencies {

  private final JdbcClient jdbc;
  private final Days days;
  private final ApplicationEventPublisher events;

  Urgencies(JdbcClient jdbc, Days days, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.days = days;
    this.events = events;
  }

  /**
   * What was recorded of it.
   *
   * @param cause null where it is urgent no longer
   * @param when the date of it as given; perhaps empty
   * @param on in London
   */
  public record Change(
      @Nullable Cause cause, String when, String reason, LocalDate on, String officerName) {}

  /**
   * Records today that a case is urgent, or no longer; the same twice is one.
   *
   * @param cause null for no longer
   * @param reason at least 10 characters
   * @throws Refusal {@code case-is-answered}, or {@code not-urgent} where there is nothing to end
   */
  public void change(
      CaseReference reference, @Nullable Cause cause, String when, String reason, Officer officer) {
    var id = Identifiers.next();
    boolean added =
        jdbc.sql(
                    """
                    insert into casework.urgency_change (change_id, case_id, urgency, urgency_when, reason, officer_id,
                      changed_on)
                    values (:id, :case, :cause, :when, :reason, :officer, :on)
                    """)
                .param("id", id)
                .param("case", reference.value())
                .param("cause", cause == null ? null : cause.name())
                .param("when", when)
                .param("reason", reason)
                .param("officer", officer.id())
                .param("on", days.today())
                .update()
            == 1;
    if (added) {
      events.publishEvent(new UrgencyChanged(reference.value(), id, cause != null, officer.id()));
    }
  }

  /** All of a case, earliest first. */
  @Transactional(readOnly = true)
  public List<Change> of(CaseReference reference) {
    return jdbc.sql(
            """
            select c.*, o.name as officer_name from casework.urgency_change c
            join platform.officer o using (officer_id)
            where c.case_id = :case order by c.recorded_at, c.change_id
            """)
        .param("case", reference.value())
        .query((row, _) ->
            new Change(
                RequestRows.cause(row),
                row.getString("urgency_when"),
                row.getString("reason"),
                row.getObject("changed_on", LocalDate.class),
                row.getString("officer_name")))
        .list();
  }
}
