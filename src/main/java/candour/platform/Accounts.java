package candour.platform;

import candour.platform.Account.Kind;
import candour.platform.AccountEvent.AccountCreated;
import candour.platform.AccountEvent.AccountDisabled;
import candour.platform.AccountEvent.AccountEnabled;
import candour.platform.AccountEvent.RolesChanged;
import candour.platform.Officer.Role;
import candour.platform.security.Enrolments;
import candour.platform.security.Passwords;
import candour.platform.security.Sessions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of officers and committee staff. Nobody but its holder ever knows a password. */
@Component
@Transactional
public class Accounts {

  private static final String ACCOUNTS =
      """
      select a.account_id, a.kind, a.username, a.display_name, a.enabled, a.password is not null enrolled,
        array(select r.role from platform.account_role r where r.account_id = a.account_id) roles
      from platform.account a
      """;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Enrolments enrolments;
  private final Sessions sessions;

  Accounts(
      JdbcClient jdbc, ApplicationEventPublisher events, Enrolments enrolments, Sessions sessions) {
    this.jdbc = jdbc;
    this.events = events;
    this.enrolments = enrolments;
    this.sessions = sessions;
  }

  /**
   * A taken username is a {@link Refusal}, as is an administrator with another role.
   *
   * @param unit where in the office they work, as people are told it; perhaps empty
   */
  public UUID createOfficer(String username, String displayName, String unit, Set<Role> roles) {
    var account = create(Kind.OFFICER, username, displayName, unit);
    give(account, roles);
    events.publishEvent(new AccountCreated(account, Kind.OFFICER, inOrder(roles)));
    return account;
  }

  /** A taken username is a {@link Refusal}. */
  public UUID createCommitteeMember(String username, String displayName) {
    var account = create(Kind.COMMITTEE, username, displayName, "");
    events.publishEvent(new AccountCreated(account, Kind.COMMITTEE, List.of()));
    return account;
  }

  /** All accounts, by username. */
  public List<Account> all() {
    return jdbc.sql(ACCOUNTS + "order by a.username").query(Accounts::read).list();
  }

  public Account get(UUID account) {
    return jdbc.sql(ACCOUNTS + "where a.account_id = :id")
        .param("id", account)
        .query(Accounts::read)
        .single();
  }

  /**
   * Takes effect at the officer's next request: they have to sign in again. One's own roles, or the
   * last administrator's, are a {@link Refusal}.
   */
  public void setRoles(UUID account, Set<Role> roles) {
    holdAdministrators();
    var before = get(account).roles();
    jdbc.sql("delete from platform.account_role where account_id = :id")
        .param("id", account)
        .update();
    give(account, roles);
    keepAnAdministrator(before);
    sessions.end(account);
    events.publishEvent(new RolesChanged(account, inOrder(roles)));
  }

  /**
   * Takes effect at the holder's next request, and takes their password, authenticator and codes.
   * One's own account, or the last administrator's, is a {@link Refusal}.
   */
  public void disable(UUID account) {
    holdAdministrators();
    var before = get(account).roles();
    int disabled =
        jdbc.sql(
                """
                update platform.account set enabled = false, password = null, totp_secret = null
                where account_id = :id and enabled
                """)
            .param("id", account)
            .update();
    if (disabled == 1) {
      keepAnAdministrator(before);
      sessions.end(account);
      events.publishEvent(new AccountDisabled(account));
    }
  }

  /** Its holder signs in again once they have been given a code and have used it. */
  public void enable(UUID account) {
    int enabled =
        jdbc.sql(
                "update platform.account set enabled = true where account_id = :id and not enabled")
            .param("id", account)
            .update();
    if (enabled == 1) {
      events.publishEvent(new AccountEnabled(account));
    }
  }

  /**
   * A code with which the holder, once and within seven days, chooses a password and an
   * authenticator; codes given before are void. It is not kept: it cannot be shown again. For a
   * disabled account it is a {@link Refusal}.
   */
  public String enrolmentCode(UUID account) {
    return enrolments.issue(account);
  }

  /**
   * Enrols without pages. A void code is a {@link Refusal}, a weak password an {@link
   * IllegalArgumentException}.
   *
   * @param totpSecret what the holder's authenticator computes codes from (RFC 6238)
   */
  public void enrol(String code, String password, byte[] totpSecret) {
    var enrolment = enrolments.begin(code).orElseThrow(() -> new Refusal("enrolment-code-void"));
    Passwords.weakness(password, enrolment.username())
        .ifPresent(weakness -> {
          throw new IllegalArgumentException(weakness);
        });
    enrolments.finish(enrolment, Passwords.hash(password), new Totp(totpSecret), 0);
  }

  private UUID create(Kind kind, String username, String displayName, String unit) {
    var account = Identifiers.next();
    int made =
        jdbc.sql(
                """
                insert into platform.account (account_id, kind, username, display_name, unit)
                values (:id, :kind, :username, :name, :unit) on conflict (username) do nothing
                """)
            .param("id", account)
            .param("kind", kind.name())
            .param("username", username.toLowerCase(Locale.ROOT))
            .param("name", displayName)
            .param("unit", unit)
            .update();
    if (made == 0) {
      throw new Refusal("username-taken");
    }
    return account;
  }

  private void give(UUID account, Set<Role> roles) {
    jdbc.sql(
            "insert into platform.account_role (account_id, role) select :id, unnest(:roles::text[])")
        .param("id", account)
        .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
        .update();
  }

  private static List<Role> inOrder(Set<Role> roles) {
    return roles.stream().sorted().toList();
  }

  /** So that of two administrators who put each other out at the same moment one is second. */
  private void holdAdministrators() {
    jdbc.sql(
            """
            select account_id from platform.account a
            where exists (select from platform.account_role r
              where r.account_id = a.account_id and r.role = 'ADMINISTRATOR')
            order by account_id for update
            """)
        .query((row, _) -> row.getString(1))
        .list();
  }

  /** Without one who can sign in nobody could ever be given an account again. */
  private void keepAnAdministrator(Set<Role> before) {
    if (before.contains(Role.ADMINISTRATOR)
        && all().stream().noneMatch(a -> a.enrolled() && a.roles().contains(Role.ADMINISTRATOR))) {
      throw new Refusal("last-administrator");
    }
  }

  private static Account read(ResultSet row, int number) throws SQLException {
    var roles = EnumSet.noneOf(Role.class);
    Arrays.stream((Object[]) row.getArray("roles").getArray())
        .forEach(role -> roles.add(Role.valueOf(role.toString())));
    return new Account(
        row.getObject("account_id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        row.getString("username"),
        row.getString("display_name"),
        roles,
        row.getBoolean("enabled"),
        row.getBoolean("enrolled"));
  }
}
