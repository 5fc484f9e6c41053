package candour.platform.security;

import static candour.platform.Officer.Role.ADMINISTRATOR;
import static candour.platform.Officer.Role.CASEWORKER;
import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Acting;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.MovableClock;
import candour.support.Patience;
import candour.support.People;
import candour.support.People.Holder;
import candour.support.PortalTest;
import candour.support.Samples;
import java.net.HttpCookie;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody's words are lost because their time ran out, and nobody else sends them. */
@PortalTest
class KeptFormTests {

  private static final String WORDS =
      "Twenty minutes went into <b>these</b> words & \"signs\".\nSo.";

  @Autowired People people;
  @Autowired Samples samples;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;

  private Holder officer;
  private Browser browser;
  private String messages;

  @BeforeEach
  void somebody_writes() {
    officer = people.enrolled(people.newOfficer(CASEWORKER));
    browser = people.signIn("staff", officer);
    messages = "/staff/cases/" + samples.generalCase() + "/messages";
    browser.get(messages);
  }

  @Test
  void whoever_does_nothing_for_fifteen_minutes_is_signed_out() {
    var own = "principal_name = '" + officer.id() + "'";
    assertThat(sessions(own + " and max_inactive_interval = 900")).isOne();
    browser.get(messages);
    assertThat(browser.page().status()).isEqualTo(200);
    people.timeRunsOut(browser);
    assertThat(browser.get(messages).path()).isEqualTo("/staff/sign-in");
  }

  @Test
  void what_an_officer_sent_too_late_is_there_when_they_have_signed_in_again() {
    people.timeRunsOut(browser);
    browser.submit("main form", Map.of("words", WORDS));
    assertThat(browser.page().path()).isEqualTo("/staff/sign-in");
    assertThat(browser.page().text()).contains("It is not lost.");
    assertThat(attributesWith("Twenty minutes")).as("in clear in the database").isZero();
    signIn(officer);
    assertThat(browser.page().path()).isEqualTo("/staff/kept");
    assertThat(browser.page().html().expectFirst(".govuk-inset-text").wholeText()).contains(WORDS);
    assertThat(browser.page().html().select("main strong").text()).isEqualTo("Messages");
    assertThat(browser.page().html().select("main").text()).doesNotContain("/staff/");
    browser.submit("#send-form", Map.of());
    assertThat(browser.page().path()).isEqualTo(messages);
    assertThat(browser.page().html().expectFirst("main").wholeText()).contains(WORDS);
  }

  @Test
  void an_administrators_form_is_kept_too() {
    var administrator = people.enrolled(people.newOfficer(ADMINISTRATOR));
    browser = people.signIn("staff", administrator);
    browser.get("/staff/accounts/new");
    people.timeRunsOut(browser);
    browser.submit("main form", Map.of("displayName", "Mair Ellen Hughes"));
    signIn(administrator);
    assertThat(browser.page().path()).isEqualTo("/staff/kept");
    assertThat(browser.page().text()).contains("Mair Ellen Hughes");
  }

  @Test
  void somebody_else_at_the_same_browser_never_sees_it() {
    people.timeRunsOut(browser);
    browser.submit("main form", Map.of("words", WORDS));
    signIn(people.enrolled(people.newOfficer(CASEWORKER)));
    assertThat(browser.page().path()).isEqualTo("/staff/worklist");
    assertThat(browser.get("/staff/kept").path()).isEqualTo("/staff/worklist");
    signIn(officer);
    assertThat(browser.page().path()).as("it was let go").isEqualTo("/staff/worklist");
  }

  @Test
  void it_is_kept_for_an_hour_or_until_it_is_left() {
    people.timeRunsOut(browser);
    browser.submit("main form", Map.of("words", WORDS));
    clock.set(clock.instant().plus(Duration.ofMinutes(61)));
    signIn(officer);
    assertThat(browser.page().path()).isEqualTo("/staff/worklist");

    browser.get(messages);
    people.timeRunsOut(browser);
    browser.submit("main form", Map.of("words", WORDS));
    clock.set(clock.instant().plus(Duration.ofMinutes(1)));
    signIn(officer);
    browser.submit("#leave-form", Map.of());
    assertThat(browser.page().path()).isEqualTo("/staff/worklist");
    assertThat(browser.get("/staff/kept").path()).isEqualTo("/staff/worklist");
  }

  @Test
  void nothing_is_kept_of_strangers_and_after_signing_out() {
    browser.submit("form[action$=sign-out]", Map.of());
    var token = browser.get("/staff/sign-in").html().select("[name=_csrf]").val();
    var before = kept();
    var form = Map.of("_csrf", token, "words", WORDS);
    assertThat(browser.post(messages, form).path()).isEqualTo("/staff/sign-in");
    assertThat(browser.page().text()).doesNotContain("It is not lost.");
    browser.cookies().getCookieStore().add(null, new HttpCookie("candour-again-staff", "bm9ib2R5"));
    assertThat(browser.post(messages, form).path()).isEqualTo("/staff/sign-in");
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void what_a_requester_sent_too_late_is_there_when_they_have_opened_a_new_link() {
    var email = UUID.randomUUID() + "@example.org";
    var requester = people.visitor();
    new Asking(requester, email).send();
    var post = new PostRoom(jdbc, seals, samples);
    requester.get(post.link(email));
    requester.submit("main form", Map.of());
    requester.get("/my-request/messages");
    people.timeRunsOut(requester);
    requester.submit("main form:has(textarea)", Map.of("words", WORDS));
    assertThat(requester.page().path()).isEqualTo("/my-request/link");
    assertThat(requester.page().text()).contains("It is not lost.");
    var field = requester.page().html().select("main form input[type=text]").attr("name");
    requester.submit("main form", Map.of(field, email));
    Patience.until(() -> post.to(email).size() == 2);
    requester.get(post.link(email));
    requester.submit("main form", Map.of());
    assertThat(requester.page().path()).isEqualTo("/my-request/kept");
    requester.submit("#send-form", Map.of());
    assertThat(requester.page().path()).isEqualTo("/my-request/messages");
    assertThat(requester.page().html().expectFirst("main").wholeText()).contains(WORDS);
    assertThat(requester.get("/my-request/kept").path()).as("once").isEqualTo("/my-request");
  }

  private void signIn(Holder holder) {
    clock.set(clock.instant().plusSeconds(30));
    browser.get("/staff/sign-in");
    browser.submit(
        "main form", Map.of("username", holder.username(), "password", holder.password()));
    browser.submit("main form", Map.of("code", holder.authenticator().codeAt(clock.instant())));
  }

  private long sessions(String which) {
    return count("select count(*) from platform.spring_session where " + which);
  }

  private long kept() {
    return count(
        "select count(*) from platform.spring_session_attributes where attribute_name = 'candour-again-staff'");
  }

  private long attributesWith(String words) {
    return count(
        "select count(*) from platform.spring_session_attributes where position('%s'::bytea in attribute_bytes) > 0"
            .formatted(words));
  }

  private long count(String sql) {
    return samples.as(
        Acting.system(), () -> jdbc.sql(sql).query((row, _) -> row.getLong(1)).single());
  }
}
