package candour.support;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Accounts;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Totp;
import java.net.HttpCookie;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People with accounts, and browsers in which they are signed in the way everybody signs in. */
@Component("peopleWithAccounts")
public class People {

  private static final String PASSWORD = "three words apart";

  private final Accounts accounts;
  private final Environment environment;
  private final Clock clock;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  People(
      Accounts accounts,
      Environment environment,
      Clock clock,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.accounts = accounts;
    this.environment = environment;
    this.clock = clock;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Who signs in, and with what. */
  public record Holder(UUID id, String username, String password, Totp authenticator) {}

  /** A browser at the front door, with nobody signed in. */
  public Browser visitor() {
    return new Browser(port());
  }

  /** A browser in which a new officer with these roles is signed in. */
  public Browser signedIn(Role... roles) {
    return signIn("staff", enrolled(newOfficer(roles)));
  }

  /** A browser in which that officer is signed in, with new credentials. */
  public Browser signedIn(Officer officer) {
    return signIn("staff", enrolled(officer.id()));
  }

  /** A browser in which new staff of a committee are signed in. */
  public Browser committee() {
    var account =
        Acting.system()
            .call(() -> accounts.createCommitteeMember("c-" + Identifiers.next(), "Clerk"));
    return signIn("committee", enrolled(account));
  }

  public UUID newOfficer(Role... roles) {
    return Acting.system()
        .call(() ->
            accounts.createOfficer(
                "o-" + Identifiers.next(), "Olwen Price", "Team 4", Set.of(roles)));
  }

  /** Gives the account credentials. */
  public Holder enrolled(UUID account) {
    return Acting.system()
        .call(() -> {
          var totp = Totp.fresh();
          accounts.enrol(accounts.enrolmentCode(account), PASSWORD, totp.secret());
          return new Holder(account, accounts.get(account).username(), PASSWORD, totp);
        });
  }

  /** Signs in at that door, {@code staff} or {@code committee}. */
  public Browser signIn(String door, Holder holder) {
    forgetTries();
    var browser = visitor();
    browser.get("/" + door + "/sign-in");
    browser.submit(
        "main form", Map.of("username", holder.username(), "password", holder.password()));
    browser.submit("main form", Map.of("code", holder.authenticator().codeAt(clock.instant())));
    assertThat(browser.page().path()).as("Signed in").doesNotContain("/sign-in", "/code");
    return browser;
  }

  /** Signs in again in a browser whose time ran out; each code works once, so this is the next. */
  public void signInAgain(Browser browser, Holder holder) {
    forgetTries();
    var next = holder.authenticator().codeAt(clock.instant().plusSeconds(30));
    browser.get("/staff/sign-in");
    browser.submit(
        "main form", Map.of("username", holder.username(), "password", holder.password()));
    browser.submit("main form", Map.of("code", next));
  }

  /** As when nobody did anything there for so long that the session is cleared away. */
  public void timeRunsOut(Browser browser) {
    var session = session(browser);
    Acting.system()
        .run(() ->
            transaction.executeWithoutResult(_ ->
                assertThat(
                        jdbc.sql("delete from platform.spring_session where session_id = :id")
                            .param("id", session)
                            .update())
                    .isOne()));
  }

  /** By what the portal knows the session of that browser. */
  public static String session(Browser browser) {
    return browser.cookies().getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("candour"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElseThrow();
  }

  /** All tests guess from one address, so that the guesses of some would keep others out. */
  private void forgetTries() {
    Acting.system()
        .run(() ->
            transaction.executeWithoutResult(
                _ -> jdbc.sql("delete from platform.throttle").update()));
  }

  public int port() {
    return Integer.parseInt(Objects.requireNonNull(environment.getProperty("local.server.port")));
  }
}
