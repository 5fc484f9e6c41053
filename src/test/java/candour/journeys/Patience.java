package candour.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Waits for what the portal does in its own time. */
final class Patience {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private Patience() {}

  /** Tries again until something is found. */
  static String until(Supplier<String> attempt) {
    var end = Instant.now().plus(LONGEST);
    while (Instant.now().isBefore(end)) {
      var found = attempt.get();
      if (!found.isEmpty()) {
        return found;
      }
    }
    throw new AssertionError("Waited in vain");
  }
}
