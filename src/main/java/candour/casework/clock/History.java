package candour.casework.clock;

import candour.casework.clock.ClockEvent.Doubted;
import candour.casework.clock.ClockEvent.Extended;
import candour.casework.clock.ClockEvent.Restarted;
import candour.casework.clock.ClockEvent.Stopped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The events of a clock so far: which of them belong together, and what may come next. */
record History(LocalDate received, List<ClockEvent> events) {

  /** Every stop with the restart that ended it; at most one is open for each reason. */
  List<Hold> holds() {
    var holds = new ArrayList<Hold>();
    for (var event : events) {
      switch (event) {
        case Stopped stopped -> holds.add(new Hold(stopped, null));
        case Restarted restarted ->
            holds.replaceAll(hold ->
                hold.isOpen() && hold.reason() == restarted.reason()
                    ? new Hold(hold.stopped(), restarted.on())
                    : hold);
        case Doubted _, Extended _ -> {}
      }
    }
    return holds;
  }

  /** Why this event cannot follow, bank holidays apart. */
  Optional<Refusal> refusalOf(ClockEvent event) {
    if (event.on().isBefore(received)) {
      return Optional.of(Refusal.BEFORE_RECEIPT);
    }
    return switch (event) {
      case Doubted _ -> Optional.empty();
      case Stopped stopped -> refusalOf(stopped);
      case Restarted restarted -> refusalOf(restarted);
      case Extended _ ->
          events.stream().anyMatch(Extended.class::isInstance)
              ? Optional.of(Refusal.ALREADY_EXTENDED)
              : Optional.empty();
    };
  }

  private Optional<Refusal> refusalOf(Stopped stopped) {
    if (open(stopped.reason()).isPresent()) {
      return Optional.of(Refusal.ALREADY_STOPPED);
    }
    if (stopped.reason() == StopReason.IDENTITY && !doubtedBy(stopped.on())) {
      return Optional.of(Refusal.NO_DOUBT_RECORDED);
    }
    return Optional.empty();
  }

  private Optional<Refusal> refusalOf(Restarted restarted) {
    var hold = open(restarted.reason());
    if (hold.isEmpty()) {
      return Optional.of(Refusal.NOT_STOPPED);
    }
    return restarted.on().isBefore(hold.get().from())
        ? Optional.of(Refusal.RESTARTED_BEFORE_STOP)
        : Optional.empty();
  }

  private Optional<Hold> open(StopReason reason) {
    return holds().stream().filter(Hold::isOpen).filter(h -> h.reason() == reason).findFirst();
  }

  private boolean doubtedBy(LocalDate date) {
    return events.stream().anyMatch(e -> e instanceof Doubted && !e.on().isAfter(date));
  }
}
