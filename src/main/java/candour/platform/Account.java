package candour.platform;

import candour.platform.Officer.Role;
import java.util.Set;
import java.util.UUID;

/**
 * With what an officer or somebody of a committee's staff signs in: two kinds that never mix.
 *
 * @param enrolled whether a password and an authenticator have been chosen
 */
public record Account(
    UUID id,
    Kind kind,
    String username,
    String displayName,
    Set<Role> roles,
    boolean enabled,
    boolean enrolled) {

  /** Who an account is for. */
  public enum Kind {
    OFFICER,
    COMMITTEE
  }
}
