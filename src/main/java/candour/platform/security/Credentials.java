package candour.platform.security;

import candour.platform.Account.Kind;
import candour.platform.Officer.Role;
import candour.platform.Seals;
import candour.platform.Totp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Looks up what accounts prove themselves with, and uses up the codes of their authenticators. */
@Repository
@Transactional
class Credentials {

  private static final String ENROLLED =
      """
      select a.account_id, a.kind, a.display_name, a.password, a.totp_secret, a.last_totp_step,
        array(select r.role from platform.account_role r where r.account_id = a.account_id) roles
      from platform.account a
      where a.enabled and a.password is not null and a.totp_secret is not null
      """;

  private final JdbcClient jdbc;
  private final Seals seals;

  Credentials(JdbcClient jdbc, Seals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  Optional<Credential> named(String username, Kind kind) {
    return jdbc.sql(ENROLLED + "and a.username = :username and a.kind = :kind")
        .param("username", username)
        .param("kind", kind.name())
        .query(Credentials::read)
        .optional();
  }

  /** The account, if the code is its authenticator's and this is the first time it is used. */
  Optional<Credential> withCode(UUID account, String code, Instant now) {
    return jdbc.sql(ENROLLED + "and a.account_id = :account")
        .param("account", account)
        .query(Credentials::read)
        .optional()
        .filter(credential -> use(credential, code, now));
  }

  private boolean use(Credential credential, String code, Instant now) {
    var secret = seals.open(Enrolments.context(credential.id()), credential.sealedSecret());
    var step = new Totp(secret).accept(code, now, credential.lastStep());
    return step.isPresent()
        && jdbc.sql(
                    """
                    update platform.account set last_totp_step = :step
                    where account_id = :account and last_totp_step < :step
                    """)
                .param("step", step.getAsLong())
                .param("account", credential.id())
                .update()
            == 1;
  }

  private static Credential read(ResultSet row, int number) throws SQLException {
    var roles = EnumSet.noneOf(Role.class);
    Arrays.stream((Object[]) row.getArray("roles").getArray())
        .forEach(role -> roles.add(Role.valueOf(role.toString())));
    return new Credential(
        row.getObject("account_id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        row.getString("display_name"),
        roles,
        row.getString("password"),
        row.getBytes("totp_secret"),
        row.getLong("last_totp_step"));
  }
}
