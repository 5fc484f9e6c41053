package candour.platform.security;

import candour.platform.Account.Kind;
import candour.platform.AccountEvent.AccountEnrolled;
import candour.platform.AccountEvent.EnrolmentOffered;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Refusal;
import candour.platform.Seals;
import candour.platform.Totp;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One-time codes, and what their holders choose with them. */
@Component
@Transactional
public class Enrolments {

  private static final Duration LIFE = Duration.ofDays(7);
  private static final int CODE_LENGTH = 12;

  private final JdbcClient jdbc;
  private final Seals seals;
  private final Days days;
  private final Sessions sessions;
  private final ApplicationEventPublisher events;

  Enrolments(
      JdbcClient jdbc,
      Seals seals,
      Days days,
      Sessions sessions,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.days = days;
    this.sessions = sessions;
    this.events = events;
  }

  /**
   * A new code of 60 bits; the account's earlier ones are void. A disabled account gets none: a
   * {@link Refusal}.
   */
  public String issue(UUID account) {
    hold(account);
    voidCodes(account);
    var code = Identifiers.randomCode(CODE_LENGTH);
    jdbc.sql(
            """
            insert into platform.enrolment (code_hash, account_id, expires_at) values (:hash, :account, :expires)
            """)
        .param("hash", hash(code))
        .param("account", account)
        .param("expires", Timestamp.from(days.now().plus(LIFE)))
        .update();
    events.publishEvent(new EnrolmentOffered(account));
    return code.replaceAll("(.{4})(?!$)", "$1-");
  }

  /** Of two at once, the second sees what the first has done. */
  private void hold(UUID account) {
    jdbc.sql(
            "select account_id from platform.account where account_id = :account for no key update")
        .param("account", account)
        .query((row, _) -> row.getString(1))
        .list();
  }

  /** No code that was given out for the account works any more. */
  private void voidCodes(UUID account) {
    jdbc.sql(
            "update platform.enrolment set used_at = :now where account_id = :account and used_at is null")
        .param("now", Timestamp.from(days.now()))
        .param("account", account)
        .update();
  }

  /** What the code is for, as long as it is good. */
  public Optional<Enrolment> begin(String code) {
    var hash = hash(code);
    return jdbc.sql(
            """
            select a.account_id, a.kind, a.username
            from platform.enrolment e join platform.account a using (account_id)
            where e.code_hash = :hash and e.used_at is null and e.expires_at > :now and a.enabled
            """)
        .param("hash", hash)
        .param("now", Timestamp.from(days.now()))
        .query((row, _) ->
            new Enrolment(
                hash,
                row.getObject("account_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("username")))
        .optional();
  }

  /**
   * Uses up the code, which only one of several at once can do; the others get a {@link Refusal}.
   *
   * @param lastStep the step of the authenticator's code that was shown, which is thereby used
   */
  public void finish(Enrolment enrolment, String passwordHash, Totp totp, long lastStep) {
    hold(enrolment.account());
    int used =
        jdbc.sql(
                """
                update platform.enrolment set used_at = :now
                where code_hash = :hash and used_at is null and expires_at > :now
                """)
            .param("now", Timestamp.from(days.now()))
            .param("hash", enrolment.codeHash())
            .update();
    if (used == 0) {
      throw new Refusal("enrolment-code-void");
    }
    jdbc.sql(
            """
            update platform.account set password = :password, totp_secret = :secret, last_totp_step = :step
            where account_id = :account
            """)
        .param("password", passwordHash)
        .param("secret", seals.seal(context(enrolment.account()), totp.secret()))
        .param("step", lastStep)
        .param("account", enrolment.account())
        .update();
    sessions.end(enrolment.account());
    events.publishEvent(new AccountEnrolled(enrolment.account()));
  }

  /** Seals a secret that is shown but not yet confirmed. */
  byte[] seal(Enrolment enrolment, Totp totp) {
    return seals.seal("enrolment " + enrolment.account(), totp.secret());
  }

  Totp open(Enrolment enrolment, byte[] sealed) {
    return new Totp(seals.open("enrolment " + enrolment.account(), sealed));
  }

  /** What an authenticator's secret is sealed for. */
  static String context(UUID account) {
    return "totp " + account;
  }

  private byte[] hash(String code) {
    return seals.keyedHash("enrolment", Identifiers.typedCode(code));
  }
}
