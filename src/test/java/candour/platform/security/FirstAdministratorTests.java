package candour.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Account;
import candour.platform.Accounts;
import candour.platform.Acting;
import candour.platform.Home;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Samples;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However many nodes start together, the first account is made once. */
@PortalTest
class FirstAdministratorTests {

  @Autowired FirstAdministrator first;
  @Autowired Accounts accounts;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;
  @Autowired Home home;

  @Autowired
  @Qualifier("sequencerDataSource")
  HikariDataSource pool;

  @Test
  void of_nodes_that_start_together_one_makes_the_first_account() throws Exception {
    rename("administrator", "administrator-before");
    var others = administrators().stream().map(Account::id).toList();
    setRoles(
        others,
        "delete from platform.account_role where account_id = any (:ids) and role = 'ADMINISTRATOR'");
    try {
      Races.atOnce(
          8,
          () -> {
            first.run(new DefaultApplicationArguments());
            return true;
          });
      assertThat(administrators()).extracting(Account::username).containsExactly("administrator");
    } finally {
      setRoles(
          others,
          "insert into platform.account_role (account_id, role) select unnest(:ids), 'ADMINISTRATOR'");
    }
  }

  private List<Account> administrators() {
    return Acting.system().call(accounts::all).stream()
        .filter(account -> account.roles().contains(Role.ADMINISTRATOR))
        .toList();
  }

  private void setRoles(List<UUID> of, String change) {
    samples.as(
        Acting.system(), () -> jdbc.sql(change).param("ids", of.toArray(UUID[]::new)).update());
  }

  /** As the owner of the tables; nobody else can. */
  private void rename(String username, String to) throws SQLException {
    try (var owner =
            DriverManager.getConnection(
                pool.getJdbcUrl(), "candour_owner", home.secret("postgres-owner"));
        var change =
            owner.prepareStatement("update platform.account set username = ? where username = ?")) {
      change.setString(1, to);
      change.setString(2, username);
      change.executeUpdate();
    }
  }
}
