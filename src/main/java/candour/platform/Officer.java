package candour.platform;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/** A member of staff who is signed in. */
public record Officer(UUID id, String name, Set<Role> roles)
    implements Acting.Bearer, Serializable {

  /** What an officer may do; nobody has a role by being somebody else's superior. */
  public enum Role {
    CASEWORKER,
    SENIOR,
    RELEASER,
    DISCLOSURES,
    ADMINISTRATOR
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether the officer works on cases, as others only look at them. */
  public boolean worksOnCases() {
    return is(Role.CASEWORKER) || is(Role.SENIOR);
  }

  @Override
  public Acting acting() {
    return new Acting(Acting.Role.OFFICER, id, null);
  }
}
