package candour.platform.security;

import candour.platform.Acting;
import candour.platform.Days;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * For how long somebody stays signed in who does nothing from now on (WCAG 2.2, 2.2.1).
 *
 * @param path of the page that keeps them signed in for as long as it may be
 * @param end what it is that ends then
 * @param at when it ends, as a clock in London shows it
 */
public record TimeLeft(String path, End end, long seconds, String at) {

  /** What can be done about it. */
  public enum End {
    /** Whatever they do puts it off. */
    IDLE,
    /** They have to say that they are there. */
    HERE,
    /** Nothing does: they sign in again. */
    LAST
  }

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /** Of somebody at this door; null if nobody has come in. */
  public static @Nullable TimeLeft of(Door door, @Nullable Authentication who) {
    if (who == null || !(who.getPrincipal() instanceof Acting.Bearer)) {
      return null;
    }
    var now = Instant.now();
    var idle = now.plus(Door.IDLE);
    var first =
        who.getAuthorities().stream()
            .filter(FactorGrantedAuthority.class::isInstance)
            .map(FactorGrantedAuthority.class::cast)
            .min(Comparator.comparing(Factors::end))
            .filter(proof -> Factors.end(proof).isBefore(idle));
    var seconds =
        Math.max(0, Duration.between(now, first.map(Factors::end).orElse(idle)).toSeconds());
    var at = LocalTime.ofInstant(now.plusSeconds(seconds), Days.LONDON);
    var end = first.map(TimeLeft::endOf).orElse(End.IDLE);
    return new TimeLeft(door.home() + "/stay", end, seconds, CLOCK.format(at));
  }

  private static End endOf(FactorGrantedAuthority proof) {
    return Factors.HERE.equals(proof.getAuthority()) ? End.HERE : End.LAST;
  }
}
