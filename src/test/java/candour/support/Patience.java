package candour.support;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what the portal does in its own time; to wait in vain for a minute is a failure. */
public final class Patience {

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Patience() {}

  /** Asks again and again until it is so. */
  public static void until(BooleanSupplier so) {
    var _ = find(() -> so.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  /** Looks again and again until something is found. */
  public static <T> T find(Supplier<Optional<T>> attempt) {
    var end = Instant.now().plus(LONGEST);
    while (Instant.now().isBefore(end)) {
      var found = attempt.get();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new AssertionError("Waited in vain");
  }
}
