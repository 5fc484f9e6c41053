package candour.casework;

import candour.casework.Complaint.Cause;
import candour.casework.Complaint.Decided;
import candour.casework.Complaint.Notice;
import candour.casework.Complaint.Outcome;
import candour.casework.RedressMoved.Step;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Complaints to the controller, from receipt to the outcome (DPA 2018 s.164A). Each is acknowledged
 * in the transaction that takes it, wherever a mail or a letter can reach the person.
 */
@Component
@Transactional
public class Complaints {

  private final Requests requests;
  private final ComplaintRows rows;
  private final RedressLetters letters;
  private final Casework casework;
  private final CaseClock clock;
  private final Days days;
  private final ApplicationEventPublisher events;

  Complaints(
      Requests requests,
      ComplaintRows rows,
      RedressLetters letters,
      Casework casework,
      CaseClock clock,
      Days days,
      ApplicationEventPublisher events) {
    this.requests = requests;
    this.rows = rows;
    this.letters = letters;
    this.casework = casework;
    this.clock = clock;
    this.days = days;
    this.events = events;
  }

  /** All about this request, the first one first. */
  @Transactional(readOnly = true)
  public List<Complaint> of(CaseReference reference) {
    return rows.of(reference);
  }

  /** One of them; none is an {@link EmptyResultDataAccessException}. */
  @Transactional(readOnly = true)
  public Complaint get(CaseReference reference, UUID id) {
    return rows.of(reference).stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  /**
   * From the requester, today; the same twice is one.
   *
   * @param words may be empty
   */
  public UUID complain(CaseReference reference, Set<Cause> about, String words) {
    return take(reference, about, words, Channel.ONLINE, days.today(), null);
  }

  /**
   * As {@link #complain}, for what came another way and an officer records.
   *
   * @param on the day any part of the office received it, in London
   * @throws Refusal {@code not-yet} if that day has not come, {@code before-receipt} if the request
   *     had not
   */
  public UUID receive(
      CaseReference reference,
      Set<Cause> about,
      String words,
      Channel channel,
      LocalDate on,
      Officer officer) {
    if (on.isAfter(days.today())) {
      throw new Refusal("not-yet");
    }
    return take(reference, about, words, channel, on, officer.id());
  }

  private UUID take(
      CaseReference reference,
      Set<Cause> about,
      String words,
      Channel channel,
      LocalDate on,
      @Nullable UUID officerId) {
    var held = requests.hold(reference);
    var again =
        rows.of(reference).stream().filter(it -> it.repeats(about, words, channel, on)).findFirst();
    if (again.isPresent()) {
      return again.get().id();
    }
    var id = rows.add(reference, about, words, channel, on, clock.acknowledgeBy(on), officerId);
    say(reference, id, Step.COMPLAINT_RECEIVED, officerId);
    acknowledge(reference, id, held.requesterId(), on);
    return id;
  }

  private void acknowledge(CaseReference reference, UUID id, UUID requesterId, LocalDate on) {
    var told = letters.acknowledged(reference, requesterId, on);
    if (told.messageId() != null) {
      var notice = new Notice(true, told.words(), null, days.today());
      rows.tell(reference, id, notice, told.messageId(), null);
      say(reference, id, Step.COMPLAINT_ACKNOWLEDGED, null);
    }
  }

  /**
   * Tells the person how far it is. Where nothing could be sent to them when it came, this is the
   * acknowledgement, and the officer rings them today.
   *
   * @param words as the person reads or hears them; at least 10 characters
   * @throws Refusal {@code complaint-is-decided}
   */
  public Dispatch tell(CaseReference reference, UUID id, String words, Officer officer) {
    var held = requests.hold(reference);
    var complaint = undecided(reference, id);
    var notice = new Notice(complaint.notices().isEmpty(), words, officer.name(), days.today());
    if (!complaint.notices().isEmpty() && complaint.notices().getLast().equals(notice)) {
      return letters.way(held.requesterId());
    }
    var told = letters.fromOfficer(reference, held.requesterId(), officer, words);
    rows.tell(reference, id, notice, told.messageId(), officer.id());
    var step = notice.acknowledges() ? Step.COMPLAINT_ACKNOWLEDGED : Step.COMPLAINT_PROGRESS;
    say(reference, id, step, officer.id());
    return told.dispatch();
  }

  /**
   * Decides, as a senior officer who had no part in what is complained of, and tells the person
   * with the reasons and their next rights. An answer that is found wanting is looked at again.
   *
   * @param reasons as the person reads them; at least {@link Complaint#REASONS} characters
   * @throws Refusal {@code complaint-about-own-work}, {@code complaint-is-decided}, {@code
   *     senior-officer-only}
   */
  public Dispatch decide(
      CaseReference reference, UUID id, Outcome outcome, String reasons, Officer officer) {
    var held = requests.hold(reference);
    var complaint = undecided(reference, id);
    var told =
        letters.decided(
            reference, held.requesterId(), officer, "complaint-letter.outcome." + outcome, reasons);
    var decided = new Decided(outcome, reasons, officer.name(), days.today());
    rows.decide(reference, id, decided, told.messageId(), officer.id());
    say(reference, id, Step.COMPLAINT_DECIDED, officer.id());
    if (outcome != Outcome.NOT_UPHELD && complaint.isAboutAnswer()) {
      casework.reopen(reference, Reopening.COMPLAINT_UPHELD);
    }
    return told.dispatch();
  }

  private Complaint undecided(CaseReference reference, UUID id) {
    var complaint = get(reference, id);
    if (complaint.decided() != null) {
      throw new Refusal("complaint-is-decided");
    }
    return complaint;
  }

  private void say(CaseReference reference, UUID id, Step step, @Nullable UUID officerId) {
    events.publishEvent(new RedressMoved(reference.value(), id, step, officerId));
  }
}
