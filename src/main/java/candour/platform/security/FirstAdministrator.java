package candour.platform.security;

import candour.platform.Account;
import candour.platform.Accounts;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.platform.Site;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Makes the first account of an installation, and at each start prints a fresh code for it until
 * somebody has used one. On the terminal, not in the log: logs are kept.
 */
@Component
@Profile("!demo")
class FirstAdministrator implements ApplicationRunner {

  private static final String USERNAME = "administrator";

  private final Accounts accounts;
  private final Site site;

  FirstAdministrator(Accounts accounts, Site site) {
    this.accounts = accounts;
    this.site = site;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Acting.system().run(this::offer);
  }

  private void offer() {
    var administrators =
        accounts.all().stream()
            .filter(account -> account.enabled() && account.roles().contains(Role.ADMINISTRATOR))
            .toList();
    if (administrators.isEmpty()) {
      var made = accounts.createOfficer(USERNAME, "Administrator", Set.of(Role.ADMINISTRATOR));
      print(accounts.get(made));
    } else if (administrators.stream().noneMatch(Account::enrolled)) {
      print(administrators.getFirst());
    }
  }

  private void print(Account account) {
    IO.println(
        """

        ┌─────────────────────────────────────────────────────────────────
        │ No administrator has enrolled yet. Open %s
        │ and enter this code; it works once, for seven days: %s
        │ The username is: %s
        └─────────────────────────────────────────────────────────────────
        """
            .formatted(
                site.link("/staff/enrol"),
                accounts.enrolmentCode(account.id()),
                account.username()));
  }
}
