package candour.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Officer.Role;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Samples;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who keeps accounts, what is known of it afterwards, and what an account loses with its use. */
@PortalTest
class AccountsTests {

  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;

  @Test
  void whatever_happens_to_an_account_is_logged_once() {
    var account = people.newOfficer(Role.CASEWORKER);
    assertThat(logged(() -> accounts.enrolmentCode(account)))
        .containsExactly("account.code-issued");
    assertThat(logged(() -> enrol(account)))
        .containsExactly("account.code-issued", "account.enrolled");
    assertThat(logged(() -> enrol(account)))
        .as("a second time")
        .containsExactly("account.code-issued", "account.enrolled");
    assertThat(logged(() -> accounts.setRoles(account, Set.of(Role.SENIOR))))
        .containsExactly("account.roles-changed");
    assertThat(logged(() -> accounts.disable(account))).containsExactly("account.disabled");
    assertThat(logged(() -> accounts.disable(account))).isEmpty();
    assertThat(logged(() -> accounts.enable(account))).containsExactly("account.enabled");
    assertThat(logged(() -> accounts.enable(account))).isEmpty();
  }

  @Test
  void a_disabled_account_has_nothing_to_sign_in_with_until_it_has_a_new_code() {
    var account = people.newOfficer(Role.CASEWORKER);
    system(() -> enrol(account));
    var old = Acting.system().call(() -> accounts.enrolmentCode(account));
    system(() -> accounts.disable(account));
    assertRefused("account-is-disabled", () -> system(() -> accounts.enrolmentCode(account)));
    system(() -> accounts.enable(account));
    assertThat(Acting.system().call(() -> accounts.get(account)))
        .returns(true, Account::enabled)
        .returns(false, Account::enrolled);
    assertRefused(
        "enrolment-code-void",
        () -> system(() -> accounts.enrol(old, "three words apart", Identifiers.randomBytes(20))));
    people.signIn("staff", people.enrolled(account));
  }

  @Test
  void nobody_chooses_how_somebody_else_signs_in() {
    var account = people.newOfficer(Role.CASEWORKER);
    var administrator = samples.officer("Nia Bowen", Role.ADMINISTRATOR).acting();
    assertRefused(
        "credentials-are-their-holders",
        () ->
            samples.as(
                administrator,
                () ->
                    jdbc.sql(
                            "update platform.account set password = 'x', totp_secret = 'x' where account_id = :id")
                        .param("id", account)
                        .update()));
  }

  @Test
  void nobody_but_an_administrator_keeps_accounts() {
    var account = people.newOfficer(Role.CASEWORKER);
    for (var acting :
        List.of(
            samples.officer("Sian Bevan", Role.CASEWORKER, Role.SENIOR).acting(),
            new CommitteeMember(Identifiers.next(), "Clerk").acting(),
            Acting.visitor(null))) {
      for (var keeping : keeping(account)) {
        assertRefused("administrators-only", () -> acting.run(keeping));
      }
    }
  }

  @Test
  void an_administrator_keeps_any_account_but_their_own() {
    var administrator = samples.officer("Ann Prys", Role.ADMINISTRATOR);
    keeping(people.newOfficer(Role.CASEWORKER)).forEach(administrator.acting()::run);
    assertRefused(
        "not-ones-own-account",
        () -> administrator.acting().run(() -> accounts.setRoles(administrator.id(), Set.of())));
    assertRefused(
        "not-ones-own-account",
        () -> administrator.acting().run(() -> accounts.disable(administrator.id())));
    administrator.acting().run(() -> accounts.enrolmentCode(administrator.id()));
  }

  @Test
  void of_two_administrators_who_put_each_other_out_one_stays() throws Exception {
    var two = List.of(people.newOfficer(Role.ADMINISTRATOR), people.newOfficer(Role.ADMINISTRATOR));
    two.forEach(account -> system(() -> enrol(account)));
    everyOtherAdministrator(two).forEach(account -> system(() -> accounts.disable(account)));
    var refusals =
        Races.atOnce(
            List.of(
                puttingOut(two.getFirst(), two.getLast()),
                puttingOut(two.getLast(), two.getFirst())));
    assertThat(refusals).containsOnlyOnce(Races.KEPT);
    assertThat(refusals).isSubsetOf(Races.KEPT, "last-administrator", "administrators-only");
  }

  private Callable<String> puttingOut(UUID by, UUID other) {
    var officer = new Officer(by, "Ann Prys", Set.of(Role.ADMINISTRATOR));
    return Races.refusal(() -> officer.acting().run(() -> accounts.disable(other)));
  }

  private List<UUID> everyOtherAdministrator(List<UUID> kept) {
    return Acting.system().call(accounts::all).stream()
        .filter(account -> account.enabled() && account.roles().contains(Role.ADMINISTRATOR))
        .map(Account::id)
        .filter(account -> !kept.contains(account))
        .toList();
  }

  private List<Runnable> keeping(UUID account) {
    return List.of(
        () -> accounts.createOfficer("o-" + Identifiers.next(), "New", "", Set.of(Role.RELEASER)),
        () -> accounts.createCommitteeMember("c-" + Identifiers.next(), "New"),
        () -> accounts.setRoles(account, Set.of(Role.RELEASER)),
        () -> accounts.enrolmentCode(account),
        () -> accounts.disable(account));
  }

  private void enrol(UUID account) {
    accounts.enrol(
        accounts.enrolmentCode(account), "three words apart", Identifiers.randomBytes(20));
  }

  private static void system(Runnable work) {
    Acting.system().run(work);
  }

  /** The classes of what was logged meanwhile, oldest first. */
  private List<String> logged(Runnable work) {
    var last = entries("select coalesce(max(entry_id::text), '') from audit.entry").getFirst();
    system(work);
    return entries(
        "select class from audit.entry where entry_id::text > '" + last + "' order by entry_id");
  }

  private List<String> entries(String sql) {
    return samples.as(
        Acting.system(), () -> jdbc.sql(sql).query((row, _) -> row.getString(1)).list());
  }

  private static void assertRefused(String rule, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.rule()).isEqualTo(rule));
  }
}
