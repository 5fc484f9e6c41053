package candour.casework;

import candour.casework.VisitEvent.CaseVisited;
import candour.casework.VisitEvent.CaseVisitedOnBehalf;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who of the office opened a case, for the person it is about. */
@Component
@Transactional
public class Visits {

  /** What one officer opens of a case within this time counts as one visit. */
  static final Duration ONE_VISIT = Duration.ofMinutes(30);

  private final JdbcClient jdbc;
  private final Days days;
  private final ApplicationEventPublisher events;

  Visits(JdbcClient jdbc, Days days, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.days = days;
    this.events = events;
  }

  /** Puts on record that the officer opens this case now; a case that is not there, is not. */
  void record(CaseReference reference, Officer officer) {
    if (add(reference, officer)) {
      events.publishEvent(new CaseVisited(reference.value(), officer.id()));
    }
  }

  /** False within the time of one visit. */
  private boolean add(CaseReference reference, Officer officer) {
    return jdbc.sql(
                """
                insert into casework.visit (visit_id, case_id, officer_id, roles, unit, opened_at)
                select :id, r.case_id, o.officer_id, o.roles, o.unit, :now from casework.request r, platform.officer o
                where r.case_id = :case and o.officer_id = :officer and not exists (
                  select from casework.visit v
                  where v.case_id = :case and v.officer_id = :officer and v.opened_at > :since and v.opened_at <= :now)
                """)
            .param("id", Identifiers.next())
            .param("case", reference.value())
            .param("officer", officer.id())
            .param("now", Timestamp.from(days.now()))
            .param("since", Timestamp.from(days.now().minus(ONE_VISIT)))
            .update()
        == 1;
  }

  /**
   * Visits to a case, latest first; for the requester or whoever works on cases.
   *
   * @param before the visit that the last page ended with; null for the latest
   */
  @Transactional(readOnly = true)
  public List<Visit> of(CaseReference reference, @Nullable UUID before, int most) {
    return jdbc.sql(
            """
            select visit_id, roles, unit, opened_at
            from casework.openings(:case, cast(:before as uuid), :most)
            """)
        .param("case", reference.value())
        .param("before", before)
        .param("most", most)
        .query((row, _) -> visit(row))
        .list();
  }

  /** How often officers have opened a case, each of these visits counted once. */
  @Transactional(readOnly = true)
  public long times(CaseReference reference) {
    return jdbc.sql("select casework.times_opened(:case)")
        .param("case", reference.value())
        .query((row, _) -> row.getLong(1))
        .single();
  }

  /** That somebody looked at a request on behalf of the person it is about. */
  public record OnBehalf(UUID requesterId, Instant openedAt) {}

  /** Puts on record that whoever asks for somebody opens the request now; within a while once. */
  public void recordOnBehalf(CaseReference reference, UUID requesterId) {
    if (addOnBehalf(reference, requesterId)) {
      events.publishEvent(new CaseVisitedOnBehalf(reference.value(), requesterId));
    }
  }

  /** False within the time of one visit. */
  private boolean addOnBehalf(CaseReference reference, UUID requesterId) {
    return jdbc.sql(
                """
                insert into casework.view_for (view_id, case_id, requester_id, opened_at)
                select :id, :case, :requester, :now where not exists (
                  select from casework.view_for v
                  where v.case_id = :case and v.requester_id = :requester and v.opened_at > :since and v.opened_at <= :now)
                """)
            .param("id", Identifiers.next())
            .param("case", reference.value())
            .param("requester", requesterId)
            .param("now", Timestamp.from(days.now()))
            .param("since", Timestamp.from(days.now().minus(ONE_VISIT)))
            .update()
        == 1;
  }

  /** When the request was looked at on somebody's behalf, latest first. */
  @Transactional(readOnly = true)
  public List<OnBehalf> onBehalf(CaseReference reference, int most) {
    return jdbc.sql(
            """
            select requester_id, opened_at from casework.view_for where case_id = :case
            order by opened_at desc, view_id desc limit :most
            """)
        .param("case", reference.value())
        .param("most", most)
        .query((row, _) ->
            new OnBehalf(
                row.getObject("requester_id", UUID.class),
                row.getTimestamp("opened_at").toInstant()))
        .list();
  }

  private static Visit visit(ResultSet row) throws SQLException {
    var roles = (String[]) row.getArray("roles").getArray();
    return new Visit(
        row.getObject("visit_id", UUID.class),
        Stream.of(roles).map(Role::valueOf).toList(),
        row.getString("unit"),
        row.getTimestamp("opened_at").toInstant());
  }
}
