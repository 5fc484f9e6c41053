package candour.platform.security;

import static candour.platform.Officer.Role.ADMINISTRATOR;
import static candour.platform.Officer.Role.CASEWORKER;
import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Accounts;
import candour.platform.Acting;
import candour.support.People;
import candour.support.PortalTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How administrators keep accounts, and what that does to whoever is signed in. */
@PortalTest
class KeepingAccountsTests {

  @Autowired People people;
  @Autowired Accounts accounts;

  @Test
  void administrators_keep_accounts() {
    var browser = people.signedIn(ADMINISTRATOR);
    browser.get("/staff/accounts/new");
    var name = "<svg onload=alert(1)> ' OR 1=1--";
    var username = "new." + System.nanoTime();
    browser.submit("main form", Map.of("displayName", name, "username", "A", "kind", "OFFICER"));
    assertThat(browser.page().status()).isEqualTo(422);
    assertThat(browser.page().html().select("input[name=displayName]").val()).isEqualTo(name);
    browser.submit(
        "main form",
        Map.of(
            "username", username, "roles", List.of("ADMINISTRATOR", "SENIOR"), "kind", "OFFICER"));
    assertThat(browser.page().html().select(".govuk-error-summary").text())
        .contains("An administrator keeps accounts");
    browser.submit(
        "main form", Map.of("roles", List.of("CASEWORKER", "SENIOR"), "kind", "OFFICER"));
    assertThat(browser.page().heading()).isEqualTo(name);
    var address = browser.page().path();
    browser.submit("#roles-form", Map.of("roles", "RELEASER"));
    assertThat(browser.page().html().select("#roles-form input[checked]").eachAttr("value"))
        .containsExactly("RELEASER");
    browser.submit("#code-form", Map.of());
    var code = browser.page().html().select("#enrolment-code").text();
    assertThat(code).matches("(\\w{4}-){2}\\w{4}");
    browser.get(address);
    assertThat(browser.page().text()).doesNotContain(code);
    browser.submit("#disable-form", Map.of());
    assertThat(browser.page().html().select("form[id]").eachAttr("id"))
        .containsExactly("enable-form");
    browser.submit("#enable-form", Map.of());
    assertThat(browser.page().html().select("form[id]").eachAttr("id"))
        .containsExactly("roles-form", "code-form", "disable-form");
    assertThat(browser.get("/staff/accounts").text()).contains(username);
    assertThat(browser.get("/staff/accounts/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(browser.get("/staff/accounts/nonsense").status()).isEqualTo(404);
    browser.get("/staff/accounts/new");
    browser.submit(
        "main form",
        Map.of("displayName", "Again", "username", username, "roles", "SENIOR", "kind", "OFFICER"));
    assertThat(browser.page().status()).isEqualTo(422);
    browser.submit("main form", Map.of("username", "b" + username, "kind", "NONSENSE"));
    assertThat(browser.page().status()).isEqualTo(422);
  }

  @Test
  void changed_roles_end_the_session() {
    people.enrolled(people.newOfficer(ADMINISTRATOR));
    var holder = people.enrolled(people.newOfficer(ADMINISTRATOR));
    var browser = people.signIn("staff", holder);
    Acting.system().run(() -> accounts.setRoles(holder.id(), Set.of(CASEWORKER)));
    assertThat(browser.get("/staff/accounts").path()).isEqualTo("/staff/sign-in");
  }
}
