package candour.casework.clock;

import candour.casework.clock.ClockEvent.Extended;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known about the time of one request: the day it was received and all that happened since,
 * in the order it was recorded. It runs from receipt (UK GDPR Art. 12A, and Art. 12(3) before it).
 *
 * @param received the date in London on which any part of the controller received the request, a
 *     working day or not
 */
public record StatutoryClock(LocalDate received, List<ClockEvent> events) {

  /**
   * Reads a clock back.
   *
   * @throws IllegalArgumentException if the events could not have been appended in this order
   */
  public StatutoryClock {
    events = List.copyOf(events);
    for (int next = 0; next < events.size(); next++) {
      var history = new History(received, events.subList(0, next));
      var event = events.get(next);
      history
          .refusalOf(event)
          .ifPresent(reason -> {
            throw new IllegalArgumentException("%s: %s".formatted(reason, event));
          });
    }
  }

  /** A clock on which nothing has happened yet. */
  public static StatutoryClock receivedOn(LocalDate received) {
    return new StatutoryClock(received, List.of());
  }

  /** The law that counts this request's days. */
  public RuleVersion rules() {
    return RuleVersion.forReceipt(received);
  }

  /**
   * This clock with one more event, or the reason why it is refused.
   *
   * @throws YearNotCovered if the file of bank holidays ends before the dates in question
   */
  public Appended append(ClockEvent event, BankHolidays holidays) {
    var refusal = new History(received, events).refusalOf(event);
    if (refusal.isPresent()) {
      return new Appended.Refused(refusal.get());
    }
    var grown = new ArrayList<>(events);
    grown.add(event);
    var clock = new StatutoryClock(received, grown);
    if (event instanceof Extended && clock.deadline(holidays).derivation().extension() == null) {
      return new Appended.Refused(Refusal.NOTICE_TOO_LATE);
    }
    return new Appended.Accepted(clock);
  }

  /**
   * When the applicable time period ends, and how that follows.
   *
   * @throws YearNotCovered if the file of bank holidays ends before the dates in question
   */
  public Deadline deadline(BankHolidays holidays) {
    return new Reckoning(this, holidays).deadline();
  }
}
