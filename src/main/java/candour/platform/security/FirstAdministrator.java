package candour.platform.security;

import candour.platform.Account;
import candour.platform.Accounts;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.platform.Site;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the first account of an installation, and at each start prints a fresh code for it until
 * somebody has used one. On the terminal, not in the log: logs are kept. Of nodes that start
 * together one makes the account, and the code that is printed last is the one that works.
 */
@Component
@Profile("!demo")
class FirstAdministrator implements ApplicationRunner {

  private static final String USERNAME = "administrator";

  private final Accounts accounts;
  private final Site site;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  FirstAdministrator(
      Accounts accounts, Site site, JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.accounts = accounts;
    this.site = site;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Acting.system()
        .call(() -> Optional.ofNullable(transaction.execute(_ -> offer())))
        .ifPresent(IO::println);
  }

  private @Nullable String offer() {
    waitForOtherNodes();
    var administrators =
        accounts.all().stream()
            .filter(account -> account.enabled() && account.roles().contains(Role.ADMINISTRATOR))
            .toList();
    if (administrators.isEmpty()) {
      return notice(
          accounts.get(
              accounts.createOfficer(USERNAME, "Administrator", "", Set.of(Role.ADMINISTRATOR))));
    }
    return administrators.stream().anyMatch(Account::enrolled)
        ? null
        : notice(administrators.getFirst());
  }

  private void waitForOtherNodes() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('platform.account', 0))")
        .query((_, _) -> true)
        .single();
  }

  private String notice(Account account) {
    return """

    ┌─────────────────────────────────────────────────────────────────
    │ No administrator has enrolled yet. Open %s
    │ and enter this code; it works once, for seven days: %s
    │ The username is: %s
    └─────────────────────────────────────────────────────────────────
    """
        .formatted(
            site.link("/staff/enrol"), accounts.enrolmentCode(account.id()), account.username());
  }
}
