package candour.demo;

import candour.platform.Account;
import candour.platform.Accounts;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Home;
import candour.platform.Identifiers;
import candour.platform.Site;
import candour.platform.Totp;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the demo its people at first start, and says at every start how they sign in. Their one
 * password and their authenticators are this installation's own, made at random and kept in its
 * home.
 */
@Component
@Profile("demo")
class DemoPeople implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(DemoPeople.class);

  private final Accounts accounts;
  private final Home home;
  private final Days days;
  private final Site site;
  private final ServletWebServerApplicationContext server;
  private final TransactionTemplate transaction;

  private static final String UNIT = "Access requests, Croydon";

  DemoPeople(
      Accounts accounts,
      Home home,
      Days days,
      Site site,
      ServletWebServerApplicationContext server,
      PlatformTransactionManager transactions) {
    this.accounts = accounts;
    this.home = home;
    this.days = days;
    this.site = site;
    this.server = server;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Acting.system().run(() -> transaction.executeWithoutResult(_ -> enrolEverybody()));
    LOG.info("\n{}", banner());
  }

  private void enrolEverybody() {
    var known = accounts.all().stream().map(Account::username).collect(Collectors.toSet());
    DemoPerson.ALL.stream().filter(p -> !known.contains(p.username())).forEach(this::enrol);
  }

  private void enrol(DemoPerson person) {
    var account =
        person.isCommittee()
            ? accounts.createCommitteeMember(person.username(), person.name())
            : accounts.createOfficer(person.username(), person.name(), UNIT, person.roles());
    accounts.enrol(accounts.enrolmentCode(account), password(), secret(person));
  }

  /** The one password of all demo people. */
  String password() {
    return home.secret(
        "demo-password",
        () ->
            "%s-%s-%s"
                .formatted(
                    Identifiers.randomCode(4),
                    Identifiers.randomCode(4),
                    Identifiers.randomCode(4)));
  }

  /** What the person's authenticator shows now. */
  String code(DemoPerson person) {
    return new Totp(secret(person)).codeAt(days.now());
  }

  private byte[] secret(DemoPerson person) {
    return home.secret("demo-authenticator-" + person.username(), () -> Identifiers.randomCode(20))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private String banner() {
    var web = server.getWebServer();
    var base =
        web != null && site.baseUrl().getPort() > 0
            ? "http://localhost:" + web.getPort()
            : site.baseUrl().toString();
    var people =
        DemoPerson.ALL.stream()
            .map(p ->
                "    %-8s %-16s %s"
                    .formatted(
                        p.username(),
                        p.name(),
                        p.isCommittee()
                            ? "committee"
                            : p.roles().toString().toLowerCase(java.util.Locale.ROOT)))
            .collect(Collectors.joining("\n"));
    return """
    ================================================================================
      Candour is ready (demo).

      Public     %1$s/
      Staff      %1$s/staff/sign-in
      Committee  %1$s/committee/sign-in

      Mail, letters and everybody's current six-digit code:
                 %1$s/demo/mailbox

      Demo people, all with the password %2$s
    %3$s
    ================================================================================
    """
        .formatted(base, password(), people);
  }
}
