package candour.casework;

import candour.casework.CaseEvent.IdentityLookedAt;
import candour.casework.ClockEntry.Kind;
import candour.casework.clock.Deadline;
import candour.casework.clock.StopReason;
import candour.identity.Identity;
import candour.identity.Verification;
import candour.identity.Verification.Method;
import candour.identity.Verified;
import candour.ledger.Ledger;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether the person who asks is who they say. Confirming it starts nothing: the clock runs from
 * receipt, and only a reasonable doubt with a question sent moves it (UK GDPR Art. 12(6), 12A).
 */
@Component
@Transactional
public class IdentityChecks {

  private final Requests requests;
  private final CaseClock clock;
  private final Messages messages;
  private final Notices notices;
  private final Identity identity;
  private final Ledger ledger;
  private final Days days;
  private final ApplicationEventPublisher events;

  IdentityChecks(
      Requests requests,
      CaseClock clock,
      Messages messages,
      Notices notices,
      Identity identity,
      Ledger ledger,
      Days days,
      ApplicationEventPublisher events) {
    this.requests = requests;
    this.clock = clock;
    this.messages = messages;
    this.notices = notices;
    this.identity = identity;
    this.ledger = ledger;
    this.days = days;
    this.events = events;
  }

  /**
   * What an officer saw, and what they made of it.
   *
   * @param evidence 3 to 4,000 characters
   * @param reason 10 to 4,000 characters
   */
  public record Look(Method method, String evidence, String reason) {}

  /**
   * Confirms who the person is; the ledger then looks for disclosures about them.
   *
   * @throws Refusal {@code identity-is-confirmed} if it was, {@code identity-question-is-open}
   *     while an answer is awaited, whose arrival must be recorded first
   */
  public void confirm(CaseReference reference, Officer officer, Look look) {
    var held = requests.holdOpen(reference);
    refuseIfConfirmed(held);
    if (awaitsIdentity(reference)) {
      throw new Refusal("identity-question-is-open");
    }
    var id = identity.verify(verification(reference, held, officer, look, true));
    requests.identityVerified(reference, id);
    events.publishEvent(new IdentityLookedAt(reference.value(), id, officer.id(), true));
    ledger.matchKnown(held.subjectId());
  }

  /**
   * Records that what was seen was not enough; it moves no clock and closes nothing. The same look
   * sent twice in a row is one.
   */
  public void reject(CaseReference reference, Officer officer, Look look) {
    var held = requests.holdOpen(reference);
    refuseIfConfirmed(held);
    var verification = verification(reference, held, officer, look, false);
    var earlier = looks(reference);
    if (!earlier.isEmpty() && earlier.getLast().verification().equals(verification)) {
      return;
    }
    var id = identity.verify(verification);
    events.publishEvent(new IdentityLookedAt(reference.value(), id, officer.id(), false));
  }

  /**
   * Records a reasonable doubt and sends the question that would settle it: until the answer comes
   * there is no due date, and the month is then counted from its arrival.
   *
   * @param reason what the doubt rests on, for the record; at least 10 characters
   * @param question at least 10 characters
   */
  public Dispatch doubt(CaseReference reference, Officer officer, String reason, String question) {
    var held = requests.holdOpen(reference);
    refuseIfConfirmed(held);
    var today = days.today();
    clock.append(
        reference, ClockEntry.asked(Kind.IDENTITY_DOUBTED, today, question, reason, officer.id()));
    messages.add(reference, officer.id(), question, today);
    return notices.send(reference, held.requesterId(), question);
  }

  /**
   * Records that the information asked for has come.
   *
   * @param on the day it arrived, in London, whenever it was looked at
   * @param what came, for the record; 1 to 20,000 characters
   * @throws Refusal {@code not-yet} if that day has not come, {@code not-stopped} if nothing was
   *     asked, {@code restarted-before-stop} if it was asked later
   */
  public void informationReceived(
      CaseReference reference, Officer officer, LocalDate on, String what) {
    if (on.isAfter(days.today())) {
      throw new Refusal("not-yet");
    }
    clock.append(reference, ClockEntry.answered(StopReason.IDENTITY, on, what, officer.id()));
    messages.addSaid(reference, officer.id(), what, on);
  }

  /** Every look in this case, earliest first. */
  @Transactional(readOnly = true)
  public List<Verified> looks(CaseReference reference) {
    return identity.verifications(reference.value());
  }

  private static void refuseIfConfirmed(Held held) {
    if (held.identityConfirmed()) {
      throw new Refusal("identity-is-confirmed");
    }
  }

  private boolean awaitsIdentity(CaseReference reference) {
    return clock.deadline(reference) instanceof Deadline.Paused paused
        && paused.awaiting().stream().anyMatch(stop -> stop.reason() == StopReason.IDENTITY);
  }

  private static Verification verification(
      CaseReference reference, Held held, Officer officer, Look look, boolean accepted) {
    return new Verification(
        held.subjectId(),
        reference.value(),
        look.method(),
        look.evidence(),
        look.reason(),
        accepted,
        officer.id());
  }
}
