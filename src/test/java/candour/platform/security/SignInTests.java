package candour.platform.security;

import static candour.platform.Officer.Role.ADMINISTRATOR;
import static candour.platform.Officer.Role.CASEWORKER;
import static candour.platform.Officer.Role.DISCLOSURES;
import static candour.platform.security.Door.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Accounts;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Totp;
import candour.support.Browser;
import candour.support.MovableClock;
import candour.support.People;
import candour.support.PortalTest;
import java.net.HttpCookie;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.server.ResponseStatusException;

/** How officers and committee staff get in, and who does not. */
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class SignInTests {

  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired SignIn signIn;
  @Autowired MovableClock clock;

  @Test
  void a_code_enrols_once_and_then_password_and_authenticator_open_the_door() {
    var account = people.newOfficer(ADMINISTRATOR);
    var code = Acting.system().call(() -> accounts.enrolmentCode(account));
    var username = Acting.system().call(() -> accounts.get(account)).username();

    var browser = people.visitor();
    browser.get("/staff/enrol");
    browser.submit("main form", Map.of("code", code.toLowerCase(Locale.ROOT).replace("-", " ")));
    assertThat(browser.page().path()).isEqualTo("/staff/enrol/password");
    for (var weak : List.of("short", username + "1234", "x1y2z".repeat(20_000))) {
      assertThat(browser.submit("main form", Map.of("password", weak)).status()).isEqualTo(422);
      assertThat(browser.page().html().select(".govuk-error-summary")).hasSize(1);
      assertThat(browser.page().text()).doesNotContain("value=\"" + weak);
    }
    browser.submit("main form", Map.of("password", "tri gair ar wahân"));
    var totp = new Totp(secret(browser));
    assertThat(browser.get("/staff/enrol/picture").header("Content-Type")).isEqualTo("image/png");
    browser.get("/staff/enrol/authenticator");
    assertThat(browser.submit("main form", Map.of("code", "000000")).status()).isEqualTo(422);
    var used = totp.codeAt(clock.instant());
    browser.submit("main form", Map.of("code", used));
    assertThat(browser.page().path()).isEqualTo("/staff/sign-in");
    assertThat(browser.page().html().select(".govuk-notification-banner--success")).hasSize(1);

    var again = people.visitor();
    again.get("/staff/enrol");
    assertThat(again.submit("main form", Map.of("code", code)).status()).isEqualTo(422);

    browser.submit("main form", Map.of("username", username, "password", "tri gair ar wahân"));
    assertThat(browser.page().path()).isEqualTo("/staff/code");
    browser.submit("main form", Map.of("code", used));
    assertThat(browser.page().status()).as("the code that was used to enrol").isEqualTo(422);
    clock.set(clock.instant().plusSeconds(30));
    browser.submit("main form", Map.of("code", totp.codeAt(clock.instant())));
    assertThat(browser.page().path()).isEqualTo("/staff/accounts");
  }

  @Test
  void a_code_from_the_authenticator_works_once() {
    var holder = people.enrolled(people.newOfficer(CASEWORKER));
    var code = holder.authenticator().codeAt(clock.instant());
    people.signIn("staff", holder);
    var second = people.visitor();
    second.get("/staff/sign-in");
    second.submit(
        "main form", Map.of("username", holder.username(), "password", holder.password()));
    assertThat(second.submit("main form", Map.of("code", code)).status()).isEqualTo(422);
    assertThat(second.get("/staff/worklist").path()).isEqualTo("/staff/code");
  }

  @Test
  void every_failure_reads_the_same() {
    var holder = people.enrolled(people.newOfficer(CASEWORKER));
    var disabled = people.enrolled(people.newOfficer(CASEWORKER));
    Acting.system().run(() -> accounts.disable(disabled.id()));
    var clerk =
        people.enrolled(
            Acting.system()
                .call(() -> accounts.createCommitteeMember("c-" + Identifiers.next(), "C")));
    var tries =
        List.of(
            Map.of("username", holder.username(), "password", "not the password"),
            Map.of("username", "nobody-here", "password", holder.password()),
            Map.of("username", disabled.username(), "password", disabled.password()),
            Map.of("username", clerk.username(), "password", clerk.password()),
            Map.of("username", "' OR 1=1--", "password", "' OR 1=1--"),
            Map.of("username", "x".repeat(100_000), "password", "y".repeat(100_000)));
    var answers =
        tries.stream()
            .map(given -> {
              var browser = people.visitor();
              browser.get("/staff/sign-in");
              return browser.submit("main form", given);
            })
            .toList();
    assertThat(answers).extracting(Browser.Page::status).containsOnly(422);
    assertThat(answers)
        .extracting(page -> page.html().select(".govuk-error-summary").text())
        .containsOnly("There is a problem The username or the password is not right");
    assertThat(answers).noneMatch(page -> page.text().contains("y".repeat(1_000)));
  }

  @Test
  void every_try_is_in_the_portals_log_without_what_was_typed(CapturedOutput out) {
    var holder = people.enrolled(people.newOfficer(CASEWORKER));
    var browser = people.visitor();
    browser.get("/staff/sign-in");
    browser.submit("main form", Map.of("username", "typed-astray", "password", "typed-astray"));
    browser.submit("main form", Map.of("username", holder.username(), "password", "wrong-words"));
    browser.submit("main form", Map.of("password", holder.password()));
    browser.submit("main form", Map.of("code", "000000"));
    browser.submit("main form", Map.of("code", holder.authenticator().codeAt(clock.instant())));
    assertThat(browser.page().path()).isEqualTo("/staff/worklist");
    assertThat(out.getOut())
        .contains("The password of nobody was wrong")
        .containsSubsequence(
            "The password of account " + holder.id() + " was wrong",
            "The password of account " + holder.id() + " was right",
            "The code of account " + holder.id() + " was wrong",
            "The code of account " + holder.id() + " was right")
        .doesNotContain("typed-astray", holder.username(), "wrong-words", holder.password());
  }

  @Test
  void an_account_waits_after_ten_wrong_guesses() {
    var holder = people.enrolled(people.newOfficer(CASEWORKER));
    var browser = people.visitor();
    for (int i = 0; i < 10; i++) {
      browser.get("/staff/sign-in");
      browser.submit("main form", Map.of("username", holder.username(), "password", "wrong " + i));
      assertThat(browser.page().status()).isEqualTo(422);
    }
    browser.get("/staff/sign-in");
    browser.submit(
        "main form", Map.of("username", holder.username(), "password", holder.password()));
    assertThat(browser.page().status()).isEqualTo(429);
    assertThat(browser.page().heading()).isEqualTo("Too many tries");
    clock.set(clock.instant().plus(Duration.ofHours(1)));
    assertThat(people.signIn("staff", holder).get("/staff/code").path())
        .isEqualTo("/staff/sign-in");
  }

  @Test
  void a_stranger_elsewhere_keeps_nobody_out() {
    var holder = people.enrolled(people.newOfficer(CASEWORKER));
    for (int i = 0; i < 10; i++) {
      assertThat(signIn.withPassword(STAFF, holder.username(), "wrong " + i, "theirs")).isEmpty();
    }
    assertThatThrownBy(
            () -> signIn.withPassword(STAFF, holder.username(), holder.password(), "theirs"))
        .isInstanceOf(ResponseStatusException.class);
    assertThat(signIn.withPassword(STAFF, holder.username(), holder.password(), "own")).isPresent();
  }

  @Test
  void roles_open_their_pages_and_no_others() {
    var someCase = "/staff/cases/" + UUID.randomUUID();
    var administrator = people.signedIn(ADMINISTRATOR);
    assertThat(administrator.page().path()).isEqualTo("/staff/accounts");
    assertThat(
            List.of(
                "/staff/worklist", someCase, "/staff/disclosures", "/staff/letters", "/staff/x"))
        .allSatisfy(path -> assertThat(administrator.get(path).status()).isEqualTo(403));
    assertThat(administrator.page().html().select("header nav a").eachAttr("href"))
        .as("the ways on from an error")
        .containsExactly("/staff/accounts", "/staff/witnesses");
    var letters = people.signedIn(CASEWORKER).get("/staff/letters").html();
    assertThat(letters.select("header nav [aria-current]").text()).isEqualTo("Letters");
    var caseworker = people.signedIn(CASEWORKER);
    assertThat(List.of("/staff/accounts", "/staff/accounts/new", "/staff/disclosures"))
        .allSatisfy(path -> assertThat(caseworker.get(path).status()).isEqualTo(403));
    assertThat(people.signedIn(DISCLOSURES).get("/staff/letters").status()).isEqualTo(403);
    var clerk = people.committee();
    assertThat(clerk.get("/staff/worklist").path()).isEqualTo("/staff/sign-in");
    assertThat(clerk.get("/my-request").path()).isEqualTo("/my-request/link");
  }

  @Test
  void the_session_has_a_new_id_at_each_step() {
    var holder = people.enrolled(people.newOfficer(ADMINISTRATOR));
    var browser = people.visitor();
    browser.get("/staff/sign-in");
    browser.submit(
        "main form", Map.of("username", holder.username(), "password", holder.password()));
    var first = session(browser);
    browser.submit("main form", Map.of("code", holder.authenticator().codeAt(clock.instant())));
    var second = session(browser);
    assertThat(second).isNotEqualTo(first);
    var thief = people.visitor();
    browser.cookies().getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("candour"))
        .map(cookie -> {
          var old = (HttpCookie) cookie.clone();
          old.setValue(first);
          return old;
        })
        .forEach(old -> thief.cookies().getCookieStore().add(null, old));
    assertThat(thief.get("/staff/accounts").path()).isEqualTo("/staff/sign-in");
  }

  @Test
  void signing_out_and_signing_in_elsewhere_end_the_session() {
    var holder = people.enrolled(people.newOfficer(ADMINISTRATOR));
    var office = people.signIn("staff", holder);
    assertThat(office.get("/staff/accounts").status()).isEqualTo(200);
    clock.set(clock.instant().plusSeconds(30));
    var home = people.signIn("staff", holder);
    assertThat(home.get("/staff/accounts").path()).isEqualTo("/staff/accounts");
    assertThat(office.get("/staff/accounts").path()).isEqualTo("/staff/sign-in");
    home.submit("form[action$=sign-out]", Map.of());
    assertThat(home.page().path()).isEqualTo("/staff/sign-in");
    assertThat(home.get("/staff/accounts").path()).isEqualTo("/staff/sign-in");
  }

  private static byte[] secret(Browser browser) {
    var words = browser.page().html().select("#secret").text().replace(" ", "");
    var bits = new StringBuilder();
    words
        .chars()
        .map("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::indexOf)
        .forEach(i -> bits.append("%5s".formatted(Integer.toBinaryString(i)).replace(' ', '0')));
    var secret = new byte[bits.length() / 8];
    for (int i = 0; i < secret.length; i++) {
      secret[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
    }
    return secret;
  }

  private static String session(Browser browser) {
    return browser.cookies().getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("candour"))
        .findFirst()
        .orElseThrow()
        .getValue();
  }
}
