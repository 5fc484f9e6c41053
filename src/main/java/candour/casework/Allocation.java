package candour.casework;

import candour.casework.CaseEvent.CaseAllocated;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works on a case: one officer, and never two who each believe it is theirs. */
@Component
@Transactional
public class Allocation {

  private final Requests requests;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Allocation(Requests requests, JdbcClient jdbc, ApplicationEventPublisher events) {
    this.requests = requests;
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * Takes on a case that nobody works on; harmless if it is this officer's already.
   *
   * @throws Refusal {@code case-is-taken} if another officer was faster
   */
  public void takeOn(CaseReference reference, Officer officer) {
    allocate(reference, null, officer.id(), officer);
  }

  /**
   * Passes a case from one officer to another.
   *
   * @param from who has it now as far as the caller knows; null if nobody
   * @param to a caseworker
   * @throws Refusal {@code case-is-taken} if it changed hands meanwhile, {@code not-a-caseworker}
   *     if the other cannot work on cases
   */
  public void allocate(CaseReference reference, @Nullable UUID from, UUID to, Officer by) {
    requests.holdWorkable(reference);
    if (caseworkers().stream().noneMatch(caseworker -> caseworker.id().equals(to))) {
      throw new Refusal("not-a-caseworker");
    }
    if (compareAndSet(reference, from, to)) {
      requests.reached(reference, Stage.TAKEN_ON);
      events.publishEvent(new CaseAllocated(reference.value(), to, by.id()));
    } else if (!isAllocated(reference, to)) {
      throw new Refusal("case-is-taken");
    }
  }

  /** Everybody a case can be passed to, by name. */
  @Transactional(readOnly = true)
  public List<CaseSummary.Allocated> caseworkers() {
    return jdbc.sql(
            """
            select officer_id, name from platform.officer
            where platform.holds(officer_id, 'CASEWORKER') order by name, officer_id
            """)
        .query(
            (row, _) -> new CaseSummary.Allocated(row.getObject(1, UUID.class), row.getString(2)))
        .list();
  }

  private boolean compareAndSet(CaseReference reference, @Nullable UUID from, UUID to) {
    return jdbc.sql(
                """
                update casework.request set allocated_to = :to
                where case_id = :case and allocated_to is not distinct from cast(:from as uuid) and allocated_to is distinct from :to
                """)
            .param("case", reference.value())
            .param("from", from)
            .param("to", to)
            .update()
        == 1;
  }

  private boolean isAllocated(CaseReference reference, UUID officerId) {
    var holder = requests.summary(reference).officer();
    return holder != null && holder.id().equals(officerId);
  }
}
