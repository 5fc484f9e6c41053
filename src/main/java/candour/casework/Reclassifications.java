package candour.casework;

import candour.casework.CaseEvent.GuardQuestioned;
import candour.casework.CaseEvent.GuardStep;
import candour.casework.Reclassification.Notice;
import candour.platform.Controller;
import candour.platform.Days;
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
 * How a request ceases to be guarded, step by step; each holds the case, and the database refuses
 * every other way. Words are kept without blanks around them.
 */
@Component
@Transactional
public class Reclassifications {

  private final Requests requests;
  private final ReclassificationRows rows;
  private final GuardLetters letters;
  private final Controller controller;
  private final Days days;
  private final ApplicationEventPublisher events;

  Reclassifications(
      Requests requests,
      ReclassificationRows rows,
      GuardLetters letters,
      Controller controller,
      Days days,
      ApplicationEventPublisher events) {
    this.requests = requests;
    this.rows = rows;
    this.letters = letters;
    this.controller = controller;
    this.days = days;
    this.events = events;
  }

  /** All of the case, the oldest first; the requester sees those that they had notice of. */
  @Transactional(readOnly = true)
  public List<Reclassification> of(CaseReference reference) {
    return rows.of(reference);
  }

  /** One of them; none is an {@link EmptyResultDataAccessException}. */
  @Transactional(readOnly = true)
  public Reclassification get(CaseReference reference, UUID id) {
    return rows.of(reference).stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  /**
   * Those of all cases that this senior officer may decide on, the oldest first.
   *
   * @throws Refusal {@code senior-officer-only} for everybody else
   */
  @Transactional(readOnly = true)
  public List<Reclassification.Undecided> decidableBy(Officer officer, int most) {
    Reclassification.requireSenior(officer);
    return rows.undecided(officer.id(), most);
  }

  /**
   * Proposes, as a senior officer, that the request is made for another purpose, and returns the
   * proposal's identifier.
   *
   * @param reason as the requester will read it; at least 40 characters
   * @param answer to their objection against the one before; at least 40 characters, null where
   *     there was none
   * @throws Refusal {@code not-guarded}, {@code reclassification-open} while another is pending,
   *     {@code objection-unanswered}
   */
  public UUID propose(
      CaseReference reference,
      Purpose purpose,
      String reason,
      @Nullable String answer,
      Officer officer) {
    requests.holdWorkable(reference);
    Reclassification.requireSenior(officer);
    var id = rows.propose(reference, purpose, reason, answer, officer, days.today());
    say(reference, id, GuardStep.PROPOSED, officer.id());
    return id;
  }

  /**
   * Approves as another senior officer: the requester has notice from today, in writing and on the
   * status page.
   *
   * @throws Refusal {@code cannot-be-told} where no address of theirs is known
   */
  public Dispatch approve(CaseReference reference, UUID id, String reason, Officer officer) {
    var held = requests.holdWorkable(reference);
    var proposed = get(reference, id);
    proposed.requireDecider(officer);
    var today = days.today();
    var notice = new Notice(today, today.plusDays(controller.guardNoticeDays()));
    rows.rule(reference, proposed, true, reason, officer, today);
    say(reference, id, GuardStep.APPROVED, officer.id());
    var message = letters.lifting(reference, held.requesterId(), officer, proposed, notice);
    rows.notice(reference, id, message, notice);
    say(reference, id, GuardStep.NOTICED, officer.id());
    return letters.way(held.requesterId());
  }

  /** Returns it as another senior officer; the requester never hears of it. */
  public void giveBack(CaseReference reference, UUID id, String reason, Officer officer) {
    requests.holdWorkable(reference);
    var proposed = get(reference, id);
    proposed.requireDecider(officer);
    rows.rule(reference, proposed, false, reason, officer, days.today());
    say(reference, id, GuardStep.RETURNED, officer.id());
  }

  /**
   * The requester objects to whatever they had notice of: the request stays guarded. A second time
   * it changes nothing.
   *
   * @param words theirs; may be empty
   * @param officer who records what came by letter or phone; null for the requester themselves
   * @throws Refusal {@code nothing-to-object-to}, as when it has taken effect
   */
  public void object(CaseReference reference, String words, @Nullable Officer officer) {
    requests.holdWorkable(reference);
    var all = rows.of(reference);
    if (!all.isEmpty() && all.getLast().state() == Reclassification.State.OBJECTED) {
      return;
    }
    var open =
        all.stream()
            .filter(Reclassification::isOpenToObjection)
            .findFirst()
            .orElseThrow(() -> new Refusal("nothing-to-object-to"));
    var by = officer == null ? null : officer.id();
    rows.object(reference, open.id(), words, by, days.today());
    say(reference, open.id(), GuardStep.OBJECTED, by);
  }

  /** Those whose notice has run out without objection, by the portal's own job. */
  List<ReclassificationRows.Ripe> ripe() {
    return rows.ripe(days.today());
  }

  /** Ends the guard of one request, whose version grows. */
  void takeEffect(ReclassificationRows.Ripe ripe) {
    requests.holdWorkable(ripe.reference());
    rows.takeEffect(ripe, days.today());
    say(ripe.reference(), ripe.id(), GuardStep.EFFECTIVE, null);
  }

  private void say(CaseReference reference, UUID id, GuardStep step, @Nullable UUID officerId) {
    events.publishEvent(new GuardQuestioned(reference.value(), id, step, officerId));
  }
}
