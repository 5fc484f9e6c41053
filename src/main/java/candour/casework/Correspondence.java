package candour.casework;

import candour.casework.ClockEntry.Kind;
import candour.casework.clock.Deadline;
import candour.casework.clock.StopReason;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Letters between the requester and the office, and what asking and answering do to the clock. */
@Component
@Transactional
public class Correspondence {

  private final Requests requests;
  private final Messages messages;
  private final Attachments attachments;
  private final CaseClock clock;
  private final Notices notices;
  private final Days days;

  Correspondence(
      Requests requests,
      Messages messages,
      Attachments attachments,
      CaseClock clock,
      Notices notices,
      Days days) {
    this.requests = requests;
    this.messages = messages;
    this.attachments = attachments;
    this.clock = clock;
    this.notices = notices;
    this.days = days;
  }

  /**
   * From the requester, today. If the office was waiting for an answer, this is it: the clock runs
   * on from today (UK GDPR Art. 12A).
   *
   * @param words 1 to 20,000 characters
   */
  public void write(CaseReference reference, String words) {
    arrived(reference, null, words, days.today());
  }

  /**
   * As {@link #write}, for what came by post, phone or in person and an officer records.
   *
   * @param on the day it arrived, in London
   * @throws Refusal {@code not-yet} if that day has not come, {@code before-receipt} if the request
   *     had not
   */
  public void writeFor(CaseReference reference, Officer officer, String words, LocalDate on) {
    if (on.isAfter(days.today())) {
      throw new Refusal("not-yet");
    }
    if (on.isBefore(requests.receivedOn(reference))) {
      throw new Refusal("before-receipt");
    }
    arrived(reference, officer.id(), words, on);
  }

  /**
   * Writes down that something came which is itself the letter: there is nothing to say of it, and
   * a scan can go with it. It moves no clock, and done twice it is done once.
   *
   * @param on the day it came, in London
   */
  public UUID asItCame(CaseReference reference, Officer officer, String words, LocalDate on) {
    requests.hold(reference);
    return messages
        .recorded(reference, officer.id(), words, on)
        .orElseGet(() -> messages.addSaid(reference, officer.id(), words, on));
  }

  /**
   * A wish of the requester, told today. One that says what to look for answers an open question;
   * any other leaves the clock as it is.
   */
  void heard(CaseReference reference, @Nullable UUID recordedBy, String words, Wish.Wanted wanted) {
    if (wanted.changesTheSearch()) {
      arrived(reference, recordedBy, words, days.today());
    } else {
      messages.addSaid(reference, recordedBy, words, days.today());
    }
  }

  private void arrived(
      CaseReference reference, @Nullable UUID recordedBy, String words, LocalDate on) {
    var held = requests.hold(reference);
    if (messages.isLast(reference, null, words, on)) {
      return;
    }
    messages.addSaid(reference, recordedBy, words, on);
    if (!held.isAnswered() && clock.deadline(reference) instanceof Deadline.Paused paused) {
      for (var stop : paused.awaiting()) {
        if (stop.reason() != StopReason.FEE) {
          clock.append(reference, ClockEntry.answered(stop.reason(), on, "", recordedBy));
        }
      }
    }
  }

  /**
   * From the office; it asks for nothing and moves no clock. The same words sent twice in a row on
   * a day are one message, as they are from the requester.
   */
  public Dispatch tell(CaseReference reference, Officer officer, String words) {
    var held = requests.hold(reference);
    var today = days.today();
    if (messages.isLast(reference, officer.id(), words, today)) {
      return notices.way(held.requesterId());
    }
    messages.add(reference, officer.id(), words, today);
    return notices.send(reference, held.requesterId(), words);
  }

  /**
   * Asks for clarification that the office reasonably needs: the clock stops from today until the
   * answer comes (UK GDPR Art. 12A(5)).
   *
   * @param reason why the office needs to know, for the record; at least 10 characters
   * @throws Refusal {@code already-stopped} while an earlier question is open
   */
  public Dispatch ask(CaseReference reference, Officer officer, String question, String reason) {
    var held = requests.holdOpen(reference);
    var today = days.today();
    clock.append(
        reference,
        ClockEntry.asked(Kind.CLARIFICATION_ASKED, today, question, reason, officer.id()));
    messages.add(reference, officer.id(), question, today);
    return notices.send(reference, held.requesterId(), question);
  }

  /** All of them, earliest first. */
  @Transactional(readOnly = true)
  public List<Message> messages(CaseReference reference) {
    return messages.of(reference, attachments.of(reference));
  }

  /**
   * As {@link #messages}, opened by the requester or by an officer who works on the case: what the
   * other side wrote is read from now on, and these say whether it was before.
   *
   * @param officer null for the requester
   */
  public List<Message> open(CaseReference reference, @Nullable Officer officer) {
    var found = messages(reference);
    messages.opened(reference, officer == null ? null : officer.id(), days.today());
    return found;
  }
}
