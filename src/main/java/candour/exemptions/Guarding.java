package candour.exemptions;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Protections;
import candour.casework.Reopening;
import candour.exemptions.DeterminationEvent.DeterminationEnded;
import candour.platform.Days;
import candour.platform.Officer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a request guarded, all at once: an answered one is opened again, whatever stands on it ends
 * as withdrawn, and from then on nothing can.
 */
@Component
@Transactional
class Guarding {

  private final Casework casework;
  private final Protections protections;
  private final JdbcClient jdbc;
  private final Days days;
  private final ApplicationEventPublisher events;

  Guarding(
      Casework casework,
      Protections protections,
      JdbcClient jdbc,
      Days days,
      ApplicationEventPublisher events) {
    this.casework = casework;
    this.protections = protections;
    this.jdbc = jdbc;
    this.days = days;
    this.events = events;
  }

  private record Withdrawn(UUID id, Provision provision) {}

  public void protect(CaseReference reference, String words, @Nullable Officer officer) {
    casework.hold(reference);
    if (casework.facts(reference).guarded()) {
      return;
    }
    casework.reopen(reference, Reopening.GUARDED);
    for (var ended : withdrawAll(reference)) {
      events.publishEvent(
          new DeterminationEnded(
              reference.value(),
              ended.provision().code(),
              ended.id(),
              Ending.Kind.WITHDRAWN,
              Ending.By.RECLASSIFIED,
              officer == null ? null : officer.id()));
    }
    protections.protect(reference, words, officer);
  }

  private List<Withdrawn> withdrawAll(CaseReference reference) {
    return jdbc.sql("select proposal_id, provision from exemptions.end_for_guard(:case, :today)")
        .param("case", reference.value())
        .param("today", days.today())
        .query((row, _) ->
            new Withdrawn(row.getObject(1, UUID.class), Provision.valueOf(row.getString(2))))
        .list();
  }
}
