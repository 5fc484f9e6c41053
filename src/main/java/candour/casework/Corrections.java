package candour.casework;

import candour.casework.AnswerBy.Extension.Ground;
import candour.casework.Correction.Asked;
import candour.casework.Correction.Extended;
import candour.casework.Correction.Ruled;
import candour.casework.Correction.Ruling;
import candour.casework.RedressMoved.Step;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests to put something right, from receipt to the ruling (UK GDPR Art. 16). */
@Component
@Transactional
public class Corrections {

  private final Requests requests;
  private final CorrectionRows rows;
  private final RedressLetters letters;
  private final Recipients recipients;
  private final CaseClock clock;
  private final Days days;
  private final ApplicationEventPublisher events;

  Corrections(
      Requests requests,
      CorrectionRows rows,
      RedressLetters letters,
      Recipients recipients,
      CaseClock clock,
      Days days,
      ApplicationEventPublisher events) {
    this.requests = requests;
    this.rows = rows;
    this.letters = letters;
    this.recipients = recipients;
    this.clock = clock;
    this.days = days;
    this.events = events;
  }

  /** All of this case, the first one first. */
  @Transactional(readOnly = true)
  public List<Correction> of(CaseReference reference) {
    return rows.of(reference);
  }

  /** One of them; none is an {@link EmptyResultDataAccessException}. */
  @Transactional(readOnly = true)
  public Correction get(CaseReference reference, UUID id) {
    return rows.of(reference).stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  /**
   * From the requester, today; the same twice is one. Whoever asks must be shown the disclosure:
   * that is for the caller to know.
   */
  public UUID ask(CaseReference reference, Asked asked) {
    return take(reference, asked, Channel.ONLINE, days.today(), null);
  }

  /**
   * As {@link #ask}, for what came another way and an officer records.
   *
   * @param on the day any part of the office received it, in London
   * @throws Refusal {@code not-yet} if that day has not come, {@code before-receipt} if the request
   *     had not
   */
  public UUID receive(
      CaseReference reference, Asked asked, Channel channel, LocalDate on, Officer officer) {
    if (on.isAfter(days.today())) {
      throw new Refusal("not-yet");
    }
    return take(reference, asked, channel, on, officer.id());
  }

  private UUID take(
      CaseReference reference,
      Asked asked,
      Channel channel,
      LocalDate on,
      @Nullable UUID officerId) {
    requests.hold(reference);
    var again =
        rows.of(reference).stream()
            .filter(it -> it.ruled() == null && it.asked().equals(asked))
            .filter(it -> it.channel() == channel && it.receivedOn().equals(on))
            .findFirst();
    if (again.isPresent()) {
      return again.get().id();
    }
    var id = rows.add(reference, asked, channel, on, clock.first(on).sortedBy(), officerId);
    say(reference, id, Step.CORRECTION_ASKED, officerId);
    return id;
  }

  /**
   * Takes two further months, once, and tells the person with the reasons: it is complex, or they
   * asked for many (UK GDPR Art. 12A).
   *
   * @param reasons as the person reads them; at least 10 characters
   * @throws Refusal {@code correction-is-decided}, {@code correction-is-extended}, {@code
   *     notice-too-late} once the first month has ended
   */
  public Dispatch extend(
      CaseReference reference, UUID id, Ground ground, String reasons, Officer officer) {
    var held = requests.hold(reference);
    var correction = undecided(reference, id);
    if (correction.extended() != null) {
      throw new Refusal("correction-is-extended");
    }
    var today = days.today();
    var until = clock.extended(correction.receivedOn(), today, ground).sortedBy();
    var told = letters.extended(reference, held.requesterId(), officer, until, reasons);
    var extended = new Extended(ground, reasons, officer.name(), today, correction.answerBy());
    rows.extend(reference, id, extended, until, told.messageId(), officer.id());
    say(reference, id, Step.CORRECTION_EXTENDED, officer.id());
    return told.dispatch();
  }

  /**
   * Rules, as an officer who works on cases, and tells the person with the reasons and their next
   * rights. Whoever was given what is put right is then to be told ({@link Recipients}).
   *
   * @param reasons as the person reads them; at least {@link Correction#REASONS} characters
   * @throws Refusal {@code correction-is-decided}
   */
  public Dispatch rule(
      CaseReference reference, UUID id, Ruling ruling, String reasons, Officer officer) {
    var held = requests.hold(reference);
    var correction = undecided(reference, id);
    var told =
        letters.decided(
            reference,
            held.requesterId(),
            officer,
            "complaint-letter.correction." + ruling,
            reasons);
    var ruled = new Ruled(ruling, reasons, officer.name(), days.today());
    rows.rule(reference, id, ruled, told.messageId(), officer.id());
    if (ruling == Ruling.CORRECTED) {
      recipients.find(correction);
    }
    say(reference, id, Step.CORRECTION_RULED, officer.id());
    return told.dispatch();
  }

  private Correction undecided(CaseReference reference, UUID id) {
    var correction = get(reference, id);
    if (correction.ruled() != null) {
      throw new Refusal("correction-is-decided");
    }
    return correction;
  }

  private void say(CaseReference reference, UUID id, Step step, @Nullable UUID officerId) {
    events.publishEvent(new RedressMoved(reference.value(), id, step, officerId));
  }
}
