package candour.requester.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Guarded;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody sees of the guard of their request, and what they can do about it. */
@PortalTest
class GuardOfMyRequestTests {

  private static final String WORDS = "<img src=x onerror=alert(1)>\n${7*7} ' OR 1=1--";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired Guarded guarded;
  @Autowired MovableClock clock;

  private Browser browser;
  private CaseReference reference;

  @BeforeEach
  void open() {
    browser = new Browser(port);
    reference = samples.generalCase();
  }

  @Test
  void somebody_who_says_later_why_they_ask_is_guarded_at_once() {
    ask("CHECK");
    assertThat(browser.get("/my-request").text()).contains("You do not have to say why you ask.");
    browser.get("/my-request/tell-why");
    assertThat(browser.submit("main form", Map.of("words", WORDS)).status()).isEqualTo(422);
    assertThat(browser.page().html().select("#words").val()).isEqualTo(WORDS);
    assertThat(browser.submit("main form", Map.of("proves", "perhaps")).status()).isEqualTo(422);
    assertThat(browser.submit("main form", Map.of("proves", "false")).path())
        .isEqualTo("/my-request");
    assertThat(guarded.isGuarded(reference)).isFalse();
    browser.get("/my-request/tell-why");
    var told = browser.submit("main form", Map.of("proves", "true", "words", WORDS));
    assertThat(told.text()).contains("Thank you for telling us.");
    assertThat(told.html().select("a[href$=tell-why]")).isEmpty();
    assertThat(guarded.isGuarded(reference)).isTrue();
    assertThat(browser.get("/my-request/messages").html().select("main img")).isEmpty();
    assertThat(browser.page().text()).contains("I ask for my data to prove my status");
    browser.get("/my-request/tell-why");
    assertThat(browser.submit("main form", Map.of("proves", "true")).status())
        .as("said twice")
        .isEqualTo(200);
  }

  @Test
  void somebody_who_has_notice_can_object_and_nothing_changes() {
    ask("PROVE_STATUS");
    assertThat(browser.get("/my-request/objection").path()).isEqualTo("/my-request");
    guarded.goesOut(guarded.noticed(reference));
    var told = browser.get("/my-request");
    assertThat(told.html().select(".govuk-notification-banner").text())
        .contains("You can stop this.");
    assertThat(browser.get("/my-request/objection").text())
        .contains("You wrote that you need the file for a job application");
    assertThat(browser.get("/my-request/objection?lang=cy").heading()).contains("Gwrthwynebu");
    browser.get("/my-request/objection?lang=en");
    var kept = browser.submit("main form", Map.of("words", "x".repeat(20_001)));
    assertThat(kept.status()).isEqualTo(422);
    assertThat(kept.html().select("#words").val()).hasSize(20_001);
    assertThat(browser.submit("main form", Map.of("words", "")).text())
        .contains("Your objection was received.", "You objected on");
    guarded.later(30);
    assertThat(guarded.isGuarded(reference)).isTrue();
  }

  @Test
  void somebody_whose_notice_has_run_out_is_told_and_can_still_say_why() {
    ask("PROVE_STATUS");
    guarded.ended(reference);
    clock.reset();
    var told = browser.get("/my-request");
    assertThat(told.text()).contains("You had notice of that.");
    assertThat(told.html().select("a[href$=tell-why]")).hasSize(1);
  }

  private void ask(String purpose) {
    var email = UUID.randomUUID() + "@example.org";
    var asking = new Asking(browser, email).with("why", Map.of("purpose", purpose));
    asking.send();
    var number = asking.number();
    reference = samples.numbered(number);
    browser.get(new PostRoom(jdbc, seals, samples).link(email));
    browser.submit("main form", Map.of());
    assertThat(browser.page().path()).isEqualTo("/my-request");
  }
}
