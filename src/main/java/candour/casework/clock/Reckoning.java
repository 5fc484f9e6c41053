package candour.casework.clock;

import candour.casework.clock.ClockEvent.Doubted;
import candour.casework.clock.ClockEvent.Extended;
import candour.casework.clock.ClockEvent.Stopped;
import candour.casework.clock.WithoutEffect.Why;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works out one deadline. Holds are taken in the order they began, because whether a question still
 * had effect depends on the date that was due when it was asked.
 */
final class Reckoning {

  private static final int APPLICABLE_PERIOD = 1;
  private static final int FURTHER_MONTHS = 2;

  private final StatutoryClock clock;
  private final BankHolidays holidays;
  private final @Nullable Extended notice;
  private final List<Hold> pauses = new ArrayList<>();
  private final List<Stopped> awaiting = new ArrayList<>();
  private final List<WithoutEffect> withoutEffect = new ArrayList<>();
  private RelevantTime relevantTime;

  Reckoning(StatutoryClock clock, BankHolidays holidays) {
    this.clock = clock;
    this.holidays = holidays;
    this.relevantTime = new RelevantTime(clock.received(), RelevantTime.Cause.REQUEST_RECEIVED);
    this.notice =
        clock.events().stream()
            .filter(Extended.class::isInstance)
            .map(Extended.class::cast)
            .findFirst()
            .orElse(null);
  }

  Deadline deadline() {
    new History(clock.received(), clock.events())
        .holds().stream().sorted(Comparator.comparing(Hold::from)).forEach(this::take);
    noteWhatMovedNothing();
    var noticeBy = noticeBy();
    var rolled = due();
    var derivation = derivation(rolled);
    return awaiting.isEmpty()
        ? new Deadline.Due(rolled.to(), noticeBy, derivation)
        : new Deadline.Paused(awaiting, rolled.to(), noticeBy, derivation);
  }

  private void take(Hold hold) {
    if (hold.reason() == StopReason.CLARIFICATION && !clock.rules().pausesForClarification()) {
      withoutEffect.add(new WithoutEffect(hold.stopped(), Why.NO_PAUSE_IN_THESE_RULES));
    } else if (awaiting.isEmpty() && hold.from().isAfter(due().to())) {
      withoutEffect.add(new WithoutEffect(hold.stopped(), Why.AFTER_DUE));
    } else if (hold.until() == null) {
      awaiting.add(hold.stopped());
    } else {
      moveOn(hold, hold.until());
    }
  }

  private void moveOn(Hold hold, LocalDate until) {
    switch (hold.reason()) {
      case CLARIFICATION -> pauses.add(hold);
      case IDENTITY ->
          relevantTime =
              relevantTime.orLater(until, RelevantTime.Cause.IDENTITY_INFORMATION_RECEIVED);
      case FEE -> relevantTime = relevantTime.orLater(until, RelevantTime.Cause.FEE_PAID);
    }
  }

  private void noteWhatMovedNothing() {
    boolean asked =
        clock.events().stream()
            .anyMatch(e -> e instanceof Stopped s && s.reason() == StopReason.IDENTITY);
    for (var event : clock.events()) {
      if (event instanceof Doubted && !asked) {
        withoutEffect.add(new WithoutEffect(event, Why.NO_QUESTION_SENT));
      } else if (event.equals(notice) && extension() == null) {
        withoutEffect.add(new WithoutEffect(event, Why.NOTICE_TOO_LATE));
      }
    }
  }

  /** The notice, if it was given in time: by the end of the first month, or during a pause. */
  private @Nullable Extended extension() {
    if (notice == null) {
      return null;
    }
    boolean inTime = !awaiting.isEmpty() || !notice.on().isAfter(noticeBy());
    return inTime ? notice : null;
  }

  private LocalDate noticeBy() {
    return holidays.roll(nominal(APPLICABLE_PERIOD)).to();
  }

  private Rolled due() {
    return holidays.roll(nominal(months()));
  }

  private int months() {
    return extension() == null ? APPLICABLE_PERIOD : APPLICABLE_PERIOD + FURTHER_MONTHS;
  }

  private LocalDate nominal(int months) {
    int days = pausesAfterRelevantTime().stream().mapToInt(Pause::days).sum();
    return relevantTime.on().plusMonths(months).plusDays(days);
  }

  private List<Pause> pausesAfterRelevantTime() {
    return Pause.merge(pauses, relevantTime.on());
  }

  private Derivation derivation(Rolled rolled) {
    return new Derivation(
        clock.rules(),
        clock.received(),
        relevantTime,
        relevantTime.on().plusMonths(months()),
        pausesAfterRelevantTime(),
        nominal(months()),
        rolled.over(),
        extension(),
        withoutEffect);
  }
}
