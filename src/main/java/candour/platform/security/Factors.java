package candour.platform.security;

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
  public static final String LINK = FactorGrantedAuthority.OTT_AUTHORITY;

  private static final Duration WORKING_DAY = Duration.ofHours(10);
  private static final Duration PUBLIC_VISIT = Duration.ofHours(2);

  private Factors() {}

  /** Demands a password and a code from the authenticator, both of this working day. */
  static AuthorizationManagerFactory<RequestAuthorizationContext> passwordAndCode() {
    return AuthorizationManagerFactories.<RequestAuthorizationContext>multiFactor()
        .requireFactor(f -> f.authority(PASSWORD).validDuration(WORKING_DAY))
        .requireFactor(f -> f.authority(TOTP).validDuration(WORKING_DAY))
        .build();
  }

  /** Demands that a one-time link was opened within two hours. */
  static AuthorizationManagerFactory<RequestAuthorizationContext> link() {
    return AuthorizationManagerFactories.<RequestAuthorizationContext>multiFactor()
        .requireFactor(f -> f.authority(LINK).validDuration(PUBLIC_VISIT))
        .build();
  }

  /** Until when something holds that was proved at this door. */
  static Instant end(Door door, FactorGrantedAuthority proof) {
    return proof.getIssuedAt().plus(door == Door.PUBLIC ? PUBLIC_VISIT : WORKING_DAY);
  }

  /** Somebody who has just proved these factors and therefore has these roles. */
  public static Authentication authenticated(
      Object principal, List<String> factors, Collection<String> roles) {
    var authorities = new ArrayList<GrantedAuthority>();
    for (var factor : factors) {
      authorities.add(FactorGrantedAuthority.withAuthority(factor).issuedAt(Instant.now()).build());
    }
    roles.forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
    return UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities);
  }
}
