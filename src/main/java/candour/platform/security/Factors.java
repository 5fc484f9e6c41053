package candour.platform.security;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationManagerFactories;
import org.springframework.security.authorization.AuthorizationManagerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** What somebody has proved of themselves, and for how long that holds (OWASP ASVS 5.0, 7.3.2). */
public final class Factors {

  static final String PASSWORD = FactorGrantedAuthority.PASSWORD_AUTHORITY;
  static final String TOTP = "FACTOR_TOTP";
  static final String LINK = FactorGrantedAuthority.OTT_AUTHORITY;

  /** That whoever opened a link is there still, by their own word. */
  static final String HERE = "FACTOR_HERE";

  private static final Duration WORKING_DAY = Duration.ofHours(10);

  /** As often as they like, they say again that they are there: at least ten times (WCAG 2.2.1). */
  private static final Duration PUBLIC_VISIT = Duration.ofHours(2);

  private static final Duration PUBLIC_DAY = Duration.ofHours(24);

  private Factors() {}

  /** Demands a password and a code from the authenticator, both of this working day. */
  static AuthorizationManagerFactory<RequestAuthorizationContext> passwordAndCode() {
    return AuthorizationManagerFactories.<RequestAuthorizationContext>multiFactor()
        .requireFactor(f -> f.authority(PASSWORD).validDuration(WORKING_DAY))
        .requireFactor(f -> f.authority(TOTP).validDuration(WORKING_DAY))
        .build();
  }

  /**
   * Demands that a one-time link was opened within a day, and that whoever opened it said within
   * two hours that they are there.
   */
  static AuthorizationManagerFactory<RequestAuthorizationContext> link() {
    return AuthorizationManagerFactories.<RequestAuthorizationContext>multiFactor()
        .requireFactor(f -> f.authority(LINK).validDuration(PUBLIC_DAY))
        .requireFactor(f -> f.authority(HERE).validDuration(PUBLIC_VISIT))
        .build();
  }

  /** Until when something holds that was proved. */
  static Instant end(FactorGrantedAuthority proof) {
    var life =
        switch (proof.getAuthority()) {
          case LINK -> PUBLIC_DAY;
          case HERE -> PUBLIC_VISIT;
          default -> WORKING_DAY;
        };
    return proof.getIssuedAt().plus(life);
  }

  /** The same person, who has just said that they are there; whatever they proved is as old. */
  static Authentication stillHere(Authentication who) {
    var authorities =
        who.getAuthorities().stream()
            .map(it -> HERE.equals(it.getAuthority()) ? provedNow(HERE) : it)
            .toList();
    return UsernamePasswordAuthenticationToken.authenticated(
        requireNonNull(who.getPrincipal()), null, authorities);
  }

  private static GrantedAuthority provedNow(String factor) {
    return FactorGrantedAuthority.withAuthority(factor).issuedAt(Instant.now()).build();
  }

  /** Somebody who has just opened their one-time link. */
  public static Authentication byLink(Object principal, String role) {
    return authenticated(principal, List.of(LINK, HERE), List.of(role));
  }

  /** Somebody who has just proved these factors and therefore has these roles. */
  static Authentication authenticated(
      Object principal, List<String> factors, Collection<String> roles) {
    var authorities = new ArrayList<GrantedAuthority>();
    for (var factor : factors) {
      authorities.add(provedNow(factor));
    }
    roles.forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
    return UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities);
  }
}
