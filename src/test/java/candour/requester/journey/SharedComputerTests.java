package candour.requester.journey;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Acting;
import candour.requester.Asking;
import candour.support.Browser;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the next person at the same computer finds, and what the first does not lose. */
@PortalTest
class SharedComputerTests {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Samples samples;
  @Autowired Drafts drafts;
  @Autowired MovableClock clock;

  Browser browser;
  Asking asking;
  String email;

  @BeforeEach
  void somebodyAsks() {
    email = UUID.randomUUID() + "@example.org";
    browser = new Browser(port);
    asking = new Asking(browser, email);
  }

  @Test
  void reloading_and_going_back_show_the_confirmation() {
    asking.send();
    var number = asking.number();
    for (var path : List.of("/request/sent", "/request/your-name", Journey.CHECK)) {
      assertThat(browser.get(path).path()).isEqualTo("/request/sent");
      assertThat(asking.number()).isEqualTo(number);
    }
    assertThat(browser.page().text()).contains("for 30 minutes");
  }

  @Test
  void a_confirmation_that_is_removed_is_gone() {
    asking.send();
    assertThat(browser.submit("main form", Map.of()).path()).isEqualTo("/");
    assertThat(browser.get("/request/sent").path()).isEqualTo("/");
  }

  @Test
  void a_confirmation_is_gone_after_half_an_hour() {
    asking.send();
    clock.set(clock.instant().plus(Drafts.CONFIRMED).minusSeconds(60));
    assertThat(browser.get("/request/sent").path()).isEqualTo("/request/sent");
    clock.set(clock.instant().plusSeconds(120));
    assertThat(browser.get("/request/sent").path()).isEqualTo("/");
  }

  @Test
  void whoever_starts_after_a_request_was_sent_begins_afresh() {
    asking.send();
    var number = asking.number();
    var start = browser.get("/");
    assertThat(start.text()).doesNotContain(number);
    assertThat(browser.get(start.html().expectFirst("a[role=button]").attr("href")).path())
        .isEqualTo("/request/who-for");
    assertThat(browser.page().html().select("input[checked]")).isEmpty();
    assertThat(browser.get("/request/sent").path()).isEqualTo("/");
    asking.send();
    assertThat(asking.number()).startsWith("SAR-").isNotEqualTo(number);
  }

  @Test
  void the_form_of_a_request_already_sent_sends_nothing_for_whoever_started_anew() {
    var token = asking.answerAll().html().select("main form input[name=_csrf]").val();
    browser.submit("main form", Map.of());
    browser.get("/request/who-for");
    assertThat(browser.post(Journey.CHECK, Map.of("_csrf", token)).path())
        .isEqualTo("/request/who-for");
  }

  @Test
  void answers_that_were_not_sent_are_offered_and_can_be_deleted() {
    asking.answerAll();
    var start = browser.get("/");
    assertThat(start.text()).contains("You have begun a request").doesNotContain("Winston");
    assertThat(start.html().select("main a[href=" + Journey.CHECK + "]")).hasSize(1);
    browser.submit("main form", Map.of());
    assertThat(browser.page().text()).doesNotContain("You have begun");
    assertThat(browser.get(Journey.CHECK).path()).isEqualTo("/request/who-for");
    assertThat(browser.page().html().select("input[checked]")).isEmpty();
  }

  @Test
  void nothing_typed_is_left_in_the_draft_that_was_sent() {
    asking.send();
    var draft = drafts.find(draftId()).orElseThrow();
    assertThat(draft.answers()).isEqualTo(Answers.NONE);
    assertThat(draft.sent()).isNotNull();
  }

  @Test
  void an_expired_draft_is_erased() {
    asking.answerAll();
    var id = draftId();
    samples.as(
        Acting.visitor(id),
        () ->
            jdbc.sql("update requester.draft set expires_at = now() - interval '1 second'")
                .update());
    assertThat(browser.get(Journey.CHECK).path()).isEqualTo("/request/who-for");
    assertThat(samples.as(Acting.system(), drafts::eraseExpired)).isPositive();
  }

  private UUID draftId() {
    return browser.cookies().getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(Gate.COOKIE))
        .map(cookie -> UUID.fromString(cookie.getValue()))
        .findFirst()
        .orElseThrow();
  }
}
