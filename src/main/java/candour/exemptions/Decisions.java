package candour.exemptions;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Reopening;
import candour.exemptions.DeterminationEvent.DeterminationApproved;
import candour.exemptions.DeterminationEvent.DeterminationEnded;
import candour.exemptions.DeterminationEvent.DeterminationProposed;
import candour.exemptions.DeterminationEvent.DeterminationReturned;
import candour.exemptions.immigration.GuardResult;
import candour.exemptions.immigration.WindrushGuard;
import candour.platform.Controller;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes each step of a determination in one transaction that first holds the case: what is decided
 * by cannot change meanwhile.
 */
@Component
@Transactional
class Decisions {

  private final Casework casework;
  private final Controller controller;
  private final Determinations determinations;
  private final Likenesses likenesses;
  private final Background background;
  private final Rulings rulings;
  private final Days days;
  private final ApplicationEventPublisher events;

  Decisions(
      Casework casework,
      Controller controller,
      Determinations determinations,
      Likenesses likenesses,
      Background background,
      Rulings rulings,
      Days days,
      ApplicationEventPublisher events) {
    this.casework = casework;
    this.controller = controller;
    this.determinations = determinations;
    this.likenesses = likenesses;
    this.background = background;
    this.rulings = rulings;
    this.days = days;
    this.events = events;
  }

  public List<Determination> of(CaseReference reference) {
    return determinations.of(reference);
  }

  public Determination get(CaseReference reference, DeterminationId id) {
    return determinations.get(reference, id);
  }

  public Set<UUID> deciders(CaseReference reference) {
    return determinations.deciders(reference);
  }

  public List<Likeness> likenesses(CaseReference reference, DeterminationId id) {
    return likenesses.of(determinations.get(reference, id).proposal().id().value());
  }

  public GuardResult guard(CaseReference reference) {
    return WindrushGuard.check(casework.facts(reference), controller);
  }

  public void propose(Proposal proposal, Officer officer) {
    var reference = proposal.reference();
    casework.hold(reference);
    requireNamesNobody(proposal);
    determinations.add(proposal.propose(officer, guard(reference)));
    likenesses.add(proposal);
    events.publishEvent(
        new DeterminationProposed(
            reference.value(),
            proposal.provision().code(),
            proposal.id().value(),
            proposal.item().id(),
            proposal.applies(),
            proposal.proposedBy()));
  }

  public void requireDecider(CaseReference reference, DeterminationId id, Officer officer) {
    open(reference, id).requireDecider(officer);
  }

  public void approve(
      CaseReference reference, DeterminationId id, Officer officer, Approval approval) {
    var proposed = open(reference, id);
    if (proposed.proposal().applies()) {
      guard(reference).refuseIfBlocked();
    }
    proposed.requireDecider(officer);
    requireNamesNobody(proposed.proposal());
    var approved =
        proposed.approve(
            officer, guard(reference), approval, likenesses.any(id.value()), days.today());
    var told =
        switch (approved) {
          case Determination.InForce inForce -> {
            rulings.add(inForce);
            yield (Boolean) (inForce.telling() instanceof Telling.Told);
          }
          case Determination.NotApplied kept -> {
            rulings.add(kept);
            yield null;
          }
        };
    events.publishEvent(
        new DeterminationApproved(
            reference.value(),
            approved.proposal().provision().code(),
            id.value(),
            told,
            approved.proposal().summary(),
            officer.id()));
  }

  public void giveBack(
      CaseReference reference, DeterminationId id, Officer officer, String reason) {
    var returned = open(reference, id).giveBack(officer, reason, days.today());
    rulings.add(returned);
    events.publishEvent(
        new DeterminationReturned(
            reference.value(), returned.proposal().provision().code(), id.value(), officer.id()));
  }

  public void withdraw(
      CaseReference reference, DeterminationId id, Officer officer, String reason) {
    end(reference, id, officer.id(), it -> it.withdraw(officer, reason, days.today()));
  }

  public void overturn(
      CaseReference reference, DeterminationId id, Officer officer, Overruling overruling) {
    end(reference, id, officer.id(), it -> it.overturn(officer, overruling, days.today()));
  }

  public void lapse(CaseReference reference, DeterminationId id) {
    end(reference, id, null, it -> it.lapse(days.today()));
  }

  public List<Lapsing> lapsing(LocalDate by, @Nullable DeterminationId after, int most) {
    return determinations.lapsing(by, after, most);
  }

  public List<Determination.Ended> endedSince(CaseReference reference, Instant moment) {
    return determinations.endedSince(reference, moment);
  }

  /** Whatever ends after the answer opens the case again: what it withheld is decided afresh. */
  private void end(
      CaseReference reference,
      DeterminationId id,
      @Nullable UUID officer,
      Function<Determination.InForce, Determination.Ended> how) {
    casework.hold(reference);
    if (!(determinations.get(reference, id) instanceof Determination.InForce inForce)) {
      throw new Refusal("not-in-force");
    }
    var ended = how.apply(inForce);
    casework.reopen(reference, Reopening.DETERMINATION_ENDED);
    rulings.add(ended);
    events.publishEvent(
        new DeterminationEnded(
            reference.value(),
            ended.proposal().provision().code(),
            id.value(),
            ended.ending().kind(),
            ended.ending().by(),
            officer));
  }

  /** What is known of names may have grown since it was proposed. */
  private void requireNamesNobody(Proposal proposal) {
    var names = background.names(proposal.reference(), proposal.proposedBy());
    if (!Summary.faults(proposal.summary(), names).isEmpty()) {
      throw new Refusal("summary-names-nobody");
    }
  }

  private Determination.Proposed open(CaseReference reference, DeterminationId id) {
    casework.hold(reference);
    if (determinations.get(reference, id) instanceof Determination.Proposed proposed) {
      return proposed;
    }
    throw new Refusal("already-decided");
  }
}
