package candour.exemptions;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.exemptions.DeterminationEvent.SilenceStep;
import candour.exemptions.DeterminationEvent.Step;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Going on not telling, step by step. Each holds the case, answered or not, and changes nothing of
 * what may be answered. What stands in the way is a {@link Refusal}.
 */
@Component
@Transactional
public class Silences {

  private final Casework casework;
  private final Determinations determinations;
  private final SilenceRows rows;
  private final Likenesses likenesses;
  private final Days days;
  private final ApplicationEventPublisher events;

  Silences(
      Casework casework,
      Determinations determinations,
      SilenceRows rows,
      Likenesses likenesses,
      Days days,
      ApplicationEventPublisher events) {
    this.casework = casework;
    this.determinations = determinations;
    this.rows = rows;
    this.likenesses = likenesses;
    this.days = days;
    this.events = events;
  }

  /** All about one determination, the oldest first. */
  @Transactional(readOnly = true)
  public List<Silence> of(CaseReference reference, DeterminationId id) {
    return rows.of(reference, id);
  }

  /** One of them; none is an {@link EmptyResultDataAccessException}. */
  @Transactional(readOnly = true)
  public Silence get(CaseReference reference, DeterminationId id, UUID silence) {
    return rows.of(reference, id).stream()
        .filter(it -> it.id().equals(silence))
        .findFirst()
        .orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  /** Proposes, as a caseworker, to go on for the reason given until the day given. */
  public UUID propose(
      CaseReference reference, DeterminationId id, Telling.NotTold fresh, Officer officer) {
    casework.hold(reference);
    var determination = determinations.get(reference, id);
    var proposed = Silence.propose(Identifiers.next(), determination, fresh, officer, days.today());
    rows.add(reference, proposed);
    likenesses.add(reference, proposed);
    say(Step.PROPOSED, determination, proposed, officer);
    return proposed.id();
  }

  /** Where its reason is close to those of other cases, as found when it was proposed. */
  @Transactional(readOnly = true)
  public List<Likeness> likenesses(CaseReference reference, DeterminationId id, UUID silence) {
    return likenesses.of(get(reference, id, silence).id());
  }

  /**
   * Approves as another senior officer, for a reason as long as the proposer's.
   *
   * @param likenessReason why a reason that is close to one of another case does for this one;
   *     needed where there is any
   */
  public void approve(
      CaseReference reference,
      DeterminationId id,
      UUID silence,
      Officer officer,
      String reason,
      @Nullable String likenessReason) {
    casework.hold(reference);
    var determination = determinations.get(reference, id);
    var approved =
        get(reference, id, silence)
            .approve(
                determination,
                officer,
                reason,
                likenessReason,
                likenesses.any(silence),
                days.today());
    rows.rule(reference, approved);
    say(Step.APPROVED, determination, approved, officer);
  }

  /** Gives it back as another senior officer: the person is told at the review, as decided. */
  public void giveBack(
      CaseReference reference, DeterminationId id, UUID silence, Officer officer, String reason) {
    casework.hold(reference);
    var returned = get(reference, id, silence).giveBack(officer, reason, days.today());
    rows.rule(reference, returned);
    say(Step.RETURNED, determinations.get(reference, id), returned, officer);
  }

  private void say(Step step, Determination of, Silence silence, Officer officer) {
    var proposal = of.proposal();
    events.publishEvent(
        new SilenceStep(
            proposal.reference().value(),
            proposal.provision().code(),
            proposal.id().value(),
            silence.id(),
            step,
            officer.id()));
  }
}
