package candour.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The portal's clock in tests: the real time until a test sets it. */
@Component
@Primary
public class MovableClock extends Clock {

  private volatile Duration offset = Duration.ZERO;

  /** Makes it this instant now; time goes on from there. */
  public void set(Instant instant) {
    offset = Duration.between(Instant.now(), instant);
  }

  /** Back to the real time. */
  public void reset() {
    offset = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
