package candour.platform;

import candour.platform.Officer.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to accounts, and is logged. */
public sealed interface AccountEvent extends Fact {

  /**
   * An account was made.
   *
   * @param roles none for somebody of a committee's staff
   */
  record AccountCreated(UUID account, Account.Kind kind, List<Role> roles) implements AccountEvent {
    @Override
    public String factClass() {
      return "account.created";
    }
  }

  /** An officer may from now on do this and nothing else. */
  record RolesChanged(UUID account, List<Role> roles) implements AccountEvent {
    @Override
    public String factClass() {
      return "account.roles-changed";
    }
  }

  /** Nobody signs in with this account any more. */
  record AccountDisabled(UUID account) implements AccountEvent {
    @Override
    public String factClass() {
      return "account.disabled";
    }
  }

  @Override
  default @Nullable UUID caseId() {
    return null;
  }
}
