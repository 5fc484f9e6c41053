package candour.casework.clock;

import candour.casework.clock.ClockEvent.Stopped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stop together with the restart that ended it, if one has. */
record Hold(Stopped stopped, @Nullable LocalDate until) {

  boolean isOpen() {
    return until == null;
  }

  StopReason reason() {
    return stopped.reason();
  }

  LocalDate from() {
    return stopped.on();
  }
}
