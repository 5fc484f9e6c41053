package candour.platform.security;

import candour.platform.Acting;
import candour.platform.Days;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * For how long somebody stays signed in who does nothing from now on (WCAG 2.2, 2.2.1).
 *
 * @param path of the page that keeps them signed in for as long as it may be
 * @param at when it ends, as a clock in London shows it
 */
public record TimeLeft(String path, long seconds, String at) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /** Of somebody at this door; null if nobody has come in. */
  public static @Nullable TimeLeft of(Door door, @Nullable Authentication who) {
    if (who == null || !(who.getPrincipal() instanceof Acting.Bearer)) {
      return null;
    }
    var now = Instant.now();
    var left =
        who.getAuthorities().stream()
            .filter(FactorGrantedAuthority.class::isInstance)
            .map(FactorGrantedAuthority.class::cast)
            .map(proof -> Duration.between(now, Factors.end(door, proof)))
            .reduce(Door.IDLE, (one, other) -> one.compareTo(other) < 0 ? one : other);
    var seconds = Math.max(0, left.toSeconds());
    var end = LocalTime.ofInstant(now.plusSeconds(seconds), Days.LONDON);
    return new TimeLeft(door.home() + "/stay", seconds, CLOCK.format(end));
  }
}
