package candour.requester.contact;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.identity.Identity;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.Browser.Page;
import candour.support.MovableClock;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody is reached otherwise before whoever reads what comes to the old address has said so. */
@PortalTest
class ContactChangeTests {

  private static final String DETAILS = "/my-request/contact-details";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired MovableClock clock;
  @Autowired People people;
  @Autowired Identity identity;

  private Browser browser;
  private PostRoom post;
  private String email;
  private String fresh;
  private CaseReference reference;

  @BeforeEach
  void somebody_has_asked_and_opened_their_request() {
    email = UUID.randomUUID() + "@example.org";
    fresh = "new-" + email;
    browser = new Browser(port);
    post = new PostRoom(jdbc, seals, samples);
    var asking =
        new Asking(browser, email)
            .with("how-to-reach-you", Map.of("email", email, "address", "1 High Street CF10 1AA"));
    asking.send();
    reference = samples.numbered(asking.number());
    browser.get(post.link(email));
    browser.submit("main form", Map.of());
  }

  @Test
  void a_new_mail_address_counts_once_the_old_one_has_confirmed_it() {
    assertThat(ask(Map.of("email", fresh)).text())
        .contains("We sent a link to the email address below")
        .doesNotContain(fresh);
    assertThat(samples.reachedAt(fresh)).isEmpty();
    assertThat(samples.reachedAt(email)).hasSize(1);
    assertThat(post.to(fresh)).isEmpty();
    assertThat(post.to(email).getLast().toString()).doesNotContain("request", "data", "SAR-");
    var elsewhere = new Browser(port);
    var old = elsewhere.get(post.link(email));
    assertThat(old.text()).doesNotContain(fresh, "Winston", "SAR-");
    assertThat(samples.reachedAt(email)).as("looking confirms nothing").hasSize(1);
    elsewhere.submit("form:has(button[value=ME])", Map.of("was", "ME"));
    assertThat(elsewhere.page().text()).contains("has taken effect");
    assertThat(samples.reachedAt(fresh)).hasSize(1);
    assertThat(samples.reachedAt(email)).isEmpty();
    assertThat(samples.logged(reference)).contains("contact.change-asked", "contact.changed");
  }

  @Test
  void a_new_postal_address_takes_the_code_in_the_letter_to_the_old_one() {
    assertThat(ask(Map.of("address", "9 Mill Lane SA1 1AA")).text())
        .contains("We are sending a letter with a code", "1 High Street")
        .doesNotContain("Mill Lane");
    var elsewhere = new Browser(port);
    elsewhere.get(post.link(email));
    assertThat(elsewhere.page().html().select("button[value=ME]")).isEmpty();
    elsewhere.forge(post.link(email), Map.of("was", "ME"));
    assertThat(address()).isEqualTo("1 High Street CF10 1AA");
    assertThat(window()).contains("1 High Street CF10 1AA").doesNotContain("Mill Lane");
    for (var left = 4; left > 1; left--) {
      browser.submit("form[action$=code]", Map.of("code", "AAAAA-AAAAA"));
      assertThat(browser.page().text()).contains("You can try " + left + " more times");
    }
    browser.submit("form[action$=code]", Map.of("code", post.codes(reference.value()).getLast()));
    assertThat(browser.page().text()).contains("From now on we reach you in the new way");
    assertThat(address()).isEqualTo("9 Mill Lane SA1 1AA");
    assertThat(found("winston sa11aa")).isTrue();
    assertThat(found("winston cf101aa")).isFalse();
  }

  @Test
  void five_wrong_codes_end_a_change_and_the_right_one_comes_too_late() {
    ask(Map.of("address", "9 Mill Lane"));
    for (var i = 0; i < 5; i++) {
      browser.submit("form[action$=code]", Map.of("code", "AAAAA-AAAAA"));
    }
    assertThat(browser.page().text()).contains("The code was wrong five times");
    assertThat(browser.page().html().select("form[action$=code]")).isEmpty();
    assertThat(address()).isEqualTo("1 High Street CF10 1AA");
    assertThat(samples.logged(reference)).contains("contact.change-ended");
  }

  @Test
  void a_change_that_nobody_confirms_runs_out() {
    ask(Map.of("email", fresh));
    clock.set(Instant.now().plus(Duration.ofDays(7)));
    var elsewhere = new Browser(port);
    assertThat(elsewhere.get(post.link(email)).text())
        .contains("The time to confirm this change is over");
    elsewhere.get("/my-request/link");
    elsewhere.forge(post.link(email), Map.of("was", "ME"));
    assertThat(samples.reachedAt(fresh)).isEmpty();
  }

  @Test
  void whoever_did_not_ask_ends_it_and_an_officer_looks_until_one_has() {
    ask(Map.of("email", fresh));
    var elsewhere = new Browser(port);
    elsewhere.get(post.link(email));
    elsewhere.submit("form:has(button[value=NOT_ME])", Map.of("was", "NOT_ME"));
    assertThat(elsewhere.page().text()).contains("Nothing was changed");
    assertThat(samples.reachedAt(fresh)).isEmpty();
    var officer = people.signedIn(Role.CASEWORKER);
    assertThat(alerts()).containsExactly("NOT_ME");
    officer.get("/staff/cases/" + reference);
    assertThat(officer.page().text()).contains("did not ask for a change of contact details");
    officer.submit("form[action$=seen]", Map.of());
    assertThat(alerts()).isEmpty();
    assertThat(samples.logged(reference)).contains("alert.seen");
  }

  @Test
  void where_the_old_way_is_lost_two_officers_confirm_after_three_days() {
    ask(Map.of("email", fresh, "lost", "true"));
    assertThat(alerts()).containsExactly("CONTACT_CHANGE");
    var path = "/staff/cases/" + reference + "/contact";
    var first = people.signedIn(Role.CASEWORKER);
    first.get(path + "/check?change=" + change());
    first.submit("main form", Map.of("how", "IN_PERSON", "words", "Came with their old papers."));
    assertThat(first.page().text()).contains(fresh, "Another officer has to confirm");
    first.forge(path + "/confirm", Map.of("change", change()));
    assertThat(first.page().text()).contains("cannot also decide on it");
    var second = people.signedIn(Role.SENIOR);
    second.get(path);
    assertThat(second.submit("form[action*=/confirm]", Map.of()).text())
        .contains("has 72 hours to say");
    assertThat(samples.reachedAt(fresh)).isEmpty();
    clock.set(Instant.now().plus(Duration.ofHours(73)));
    var third = people.signedIn(Role.SENIOR);
    third.get(path);
    third.submit("form[action*=/confirm]", Map.of());
    assertThat(third.page().text()).contains("Confirmed by two officers");
    assertThat(samples.reachedAt(fresh)).hasSize(1);
  }

  private Page ask(Map<String, Object> change) {
    browser.get(DETAILS + "/change");
    return browser.submit("main form", change);
  }

  private UUID requester() {
    return samples.holderOf(reference).requesterId();
  }

  private String address() {
    return samples.as(Acting.system(), () -> identity.requester(requester()).postalAddress());
  }

  private boolean found(String words) {
    return samples.as(Acting.system(), () -> identity.found(words, 5_000).containsKey(requester()));
  }

  /** What stands on the envelope of the letter that waits for them. */
  private String window() {
    var letter =
        strings("select letter_id::text from notifications.letter where case_id = :case")
            .getFirst();
    return people.signedIn(Role.CASEWORKER).get("/staff/letters/" + letter).text();
  }

  private String change() {
    return strings(
            "select change_id::text from identity.contact_change join casework.request using"
                + " (requester_id) where case_id = :case")
        .getFirst();
  }

  private List<String> alerts() {
    return strings("select kind from casework.open_alert where case_id = :case");
  }

  private List<String> strings(String sql) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(sql)
                .param("case", reference.value())
                .query((row, _) -> row.getString(1))
                .list());
  }
}
