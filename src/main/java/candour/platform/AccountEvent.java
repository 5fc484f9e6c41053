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

  /** A one-time code was given out; whoever has it may choose how to sign in. */
  record EnrolmentOffered(UUID account) implements AccountEvent {

    @Override
    public String factClass() {
      return "account.code-issued";
    }
  }

  /** A password and an authenticator were chosen, whether for the first time or again. */
  record AccountEnrolled(UUID account) implements AccountEvent {

    @Override
    public String factClass() {
      return "account.enrolled";
    }
  }

  /** Nobody signs in with this account any more. */
  record AccountDisabled(UUID account) implements AccountEvent {
    @Override
    public String factClass() {
      return "account.disabled";
    }
  }

  /** Its holder may be given a code again, and with it sign in. */
  record AccountEnabled(UUID account) implements AccountEvent {

    @Override
    public String factClass() {
      return "account.enabled";
    }
  }

  @Override
  default @Nullable UUID caseId() {
    return null;
  }
}
