package candour.response.erasure;

import candour.audit.Agreement;
import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.response.erasure.ErasureEvent.CaseErased;
import candour.response.erasure.ErasureEvent.ErasureDeclined;
import candour.response.erasure.ErasureEvent.ErasureProposed;
import candour.response.erasure.ErasureEvent.HoldLifted;
import candour.response.erasure.ErasureEvent.HoldPlaced;
import candour.response.erasure.Standing.Hold;
import candour.response.erasure.Standing.Proposed;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps cases as long as they are needed, and erases them then: one senior officer proposes it and
 * another approves. What stands in the way is the {@link Refusal} of that rule, and it is the
 * database that says so. A hold or proposal that is not the case's is an {@link
 * EmptyResultDataAccessException}.
 */
@Component
@Transactional
class Erasures {

  private final ErasureRows rows;
  private final Casework casework;
  private final Agreement agreement;
  private final Days days;
  private final ApplicationEventPublisher events;

  Erasures(
      ErasureRows rows,
      Casework casework,
      Agreement agreement,
      Days days,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.casework = casework;
    this.agreement = agreement;
    this.days = days;
    this.events = events;
  }

  @Transactional(readOnly = true)
  public Standing of(CaseReference reference) {
    return rows.of(reference);
  }

  /**
   * Proposes to erase the case.
   *
   * @param reason 10 to 4,000 characters; erased with the case
   */
  public void propose(CaseReference reference, Basis basis, String reason, Officer by) {
    requireSenior(by);
    var id = Identifiers.next();
    rows.propose(reference, id, basis, reason.strip(), by, days.today());
    events.publishEvent(new ErasureProposed(reference.value(), id, basis, by.id()));
  }

  /** Erases the case, for good, as an officer who did not propose it. */
  public void approve(CaseReference reference, UUID id, Officer by) {
    requireSenior(by);
    casework.hold(reference);
    var proposed = proposed(reference, id);
    if (proposed.by().equals(by.id())) {
      throw new Refusal("four-eyes");
    }
    var about = casework.facts(reference);
    agreement.require(reference.value(), about.subjectId(), about.requesterId());
    rows.rule(reference, proposed, true, by, days.today());
    events.publishEvent(
        new CaseErased(
            reference.value(), id, proposed.basis(), proposed.by(), proposed.on(), by.id()));
  }

  /** Leaves the case as it is; whoever proposed it may do that too. */
  public void decline(CaseReference reference, UUID id, Officer by) {
    requireSenior(by);
    rows.rule(reference, proposed(reference, id), false, by, days.today());
    events.publishEvent(new ErasureDeclined(reference.value(), id, by.id()));
  }

  /**
   * Keeps the case until somebody lifts the hold.
   *
   * @param reason 10 to 4,000 characters
   */
  public void hold(CaseReference reference, Because because, String reason, Officer by) {
    if (!by.worksOnCases()) {
      throw new Refusal("caseworkers-only");
    }
    var id = Identifiers.next();
    rows.hold(reference, id, because, reason.strip(), by, days.today());
    events.publishEvent(new HoldPlaced(reference.value(), id, because, by.id()));
  }

  /**
   * Lifts a hold.
   *
   * @param reason 10 to 4,000 characters
   */
  public void lift(CaseReference reference, UUID id, String reason, Officer by) {
    requireSenior(by);
    casework.hold(reference);
    var hold = hold(reference, id);
    rows.lift(reference, hold.id(), reason.strip(), by, days.today());
    events.publishEvent(new HoldLifted(reference.value(), id, by.id()));
  }

  /** A hold that nobody has lifted. */
  @Transactional(readOnly = true)
  public Hold hold(CaseReference reference, UUID id) {
    return rows.of(reference).holds().stream()
        .filter(hold -> hold.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  private Proposed proposed(CaseReference reference, UUID id) {
    return rows.proposed(reference)
        .filter(proposed -> proposed.id().equals(id))
        .orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  private static void requireSenior(Officer officer) {
    if (!officer.is(Role.SENIOR)) {
      throw new Refusal("senior-officer-only");
    }
  }
}
