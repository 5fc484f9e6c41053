package candour.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * Legal days: the date in London (Europe/London), which is what every deadline and log entry counts
 * in.
 */
@Component
public class Days {

  public static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Clock clock;

  Days(Clock clock) {
    this.clock = clock;
  }

  public LocalDate today() {
    return of(now());
  }

  public Instant now() {
    return clock.instant();
  }

  public static LocalDate of(Instant instant) {
    return LocalDate.ofInstant(instant, LONDON);
  }
}
