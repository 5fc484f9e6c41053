package candour.casework;

import candour.casework.AnswerBy.Extension.Ground;
import candour.casework.CaseEvent.ClockMoved;
import candour.casework.ClockEntry.Kind;
import candour.casework.clock.Appended;
import candour.casework.clock.BankHolidays;
import candour.casework.clock.ClockEvent;
import candour.casework.clock.ComplaintAcknowledgement;
import candour.casework.clock.Deadline;
import candour.casework.clock.Division;
import candour.casework.clock.ExtensionGround;
import candour.casework.clock.StatutoryClock;
import candour.platform.Controller;
import candour.platform.Identifiers;
import candour.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clocks of all cases: events are added under the case's row, and the dates that follow are
 * kept with it for the lists.
 */
@Repository
public class CaseClock {

  private final JdbcClient jdbc;
  private final Requests requests;
  private final BankHolidays holidays;
  private final ApplicationEventPublisher events;

  CaseClock(
      JdbcClient jdbc, Requests requests, Controller controller, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.events = events;
    this.holidays = BankHolidays.of(Division.valueOf(controller.bankHolidayDivision()));
  }

  /** The deadline of a request received on this date, before anything else happened. */
  Deadline first(LocalDate receivedOn) {
    return StatutoryClock.receivedOn(receivedOn).deadline(holidays);
  }

  /**
   * The same where notice of two further months is given on that day.
   *
   * @throws Refusal {@code notice-too-late}
   */
  Deadline extended(LocalDate receivedOn, LocalDate noticeOn, Ground ground) {
    var notice = new ClockEvent.Extended(Extensions.lawful(ground), noticeOn);
    return after(StatutoryClock.receivedOn(receivedOn), notice).deadline(holidays);
  }

  /** The last day to acknowledge a complaint received on this date; empty before there was one. */
  Optional<LocalDate> acknowledgeBy(LocalDate receivedOn) {
    return ComplaintAcknowledgement.dueBy(receivedOn, holidays);
  }

  /** When the applicable time period of this case ends, and how that follows. */
  @Transactional(readOnly = true)
  public Deadline deadline(CaseReference reference) {
    return deadline(requests.receivedOn(reference), entries(reference));
  }

  /** The same of a case whose row is read already. */
  @Transactional(readOnly = true)
  public Deadline deadline(CaseSummary summary) {
    return deadline(summary.receivedOn(), entries(summary.reference()));
  }

  /** The same of a request received on this date, with this record of its clock. */
  Deadline deadline(LocalDate receivedOn, List<ClockEntry> entries) {
    return clock(receivedOn, entries).deadline(holidays);
  }

  /** Every line of the record in the order it was made; of two on one day, the earlier first. */
  List<ClockEntry> entries(CaseReference reference) {
    return jdbc.sql(
            """
            select * from casework.clock_event where case_id = :case order by recorded_at, event_id
            """)
        .param("case", reference.value())
        .query(CaseClock::entry)
        .list();
  }

  /** As {@link #entries}, each with the name of the officer who recorded it. */
  @Transactional(readOnly = true)
  public List<ClockLine> lines(CaseReference reference) {
    return jdbc.sql(
            """
            select e.*, o.name as officer_name from casework.clock_event e
            left join platform.officer o on o.officer_id = e.recorded_by
            where e.case_id = :case order by e.recorded_at, e.event_id
            """)
        .param("case", reference.value())
        .query((row, number) -> new ClockLine(entry(row, number), row.getString("officer_name")))
        .list();
  }

  /**
   * Adds a line, whose fact it publishes, and keeps the dates that now follow.
   *
   * @throws Refusal by the name of the clock's rule where the law does not allow it
   */
  void append(CaseReference reference, ClockEntry entry) {
    requests.holdOpen(reference);
    var clock = clock(requests.receivedOn(reference), entries(reference));
    for (var event : entry.events()) {
      clock = after(clock, event);
    }
    var deadline = clock.deadline(holidays);
    var id = insert(reference, entry, deadline);
    requests.keepDue(reference, deadline);
    events.publishEvent(new ClockMoved(reference.value(), id, entry.kind(), entry.on()));
  }

  private static StatutoryClock clock(LocalDate receivedOn, List<ClockEntry> entries) {
    List<ClockEvent> events = entries.stream().flatMap(entry -> entry.events().stream()).toList();
    return new StatutoryClock(receivedOn, events);
  }

  private StatutoryClock after(StatutoryClock clock, ClockEvent event) {
    return switch (clock.append(event, holidays)) {
      case Appended.Accepted accepted -> accepted.clock();
      case Appended.Refused refused ->
          throw new Refusal(refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    };
  }

  private UUID insert(CaseReference reference, ClockEntry entry, Deadline deadline) {
    var id = Identifiers.next();
    jdbc.sql(
            """
            insert into casework.clock_event
              (event_id, case_id, kind, on_date, words, reason, ground, notice_by, recorded_by)
            values (:id, :case, :kind, :on, :words, :reason, :ground, :noticeBy, :officer)
            """)
        .param("id", id)
        .param("case", reference.value())
        .param("kind", entry.kind().name())
        .param("on", entry.on())
        .param("words", entry.words())
        .param("reason", entry.reason())
        .param("ground", entry.ground() == null ? null : entry.ground().name())
        .param("noticeBy", entry.kind() == Kind.EXTENDED ? noticeBy(entry, deadline) : null)
        .param("officer", entry.recordedBy())
        .update();
    return id;
  }

  /** While the clock is stopped the last day moves on with each day, so any notice is in time. */
  private static LocalDate noticeBy(ClockEntry entry, Deadline deadline) {
    return switch (deadline) {
      case Deadline.Due due -> due.noticeBy();
      case Deadline.Paused paused ->
          paused.noticeBy().isBefore(entry.on()) ? entry.on() : paused.noticeBy();
    };
  }

  private static ClockEntry entry(ResultSet row, int number) throws SQLException {
    return new ClockEntry(
        Kind.valueOf(row.getString("kind")),
        row.getObject("on_date", LocalDate.class),
        row.getString("words"),
        row.getString("reason"),
        ground(row.getString("ground")),
        row.getObject("recorded_by", UUID.class));
  }

  private static @Nullable ExtensionGround ground(@Nullable String name) {
    return name == null ? null : ExtensionGround.valueOf(name);
  }
}
