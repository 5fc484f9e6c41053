package candour.requester.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Acting;
import candour.platform.Seals;
import candour.platform.Tokens;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.requester.tracking.Links.Opening;
import candour.support.Browser;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class FollowingTests {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired MovableClock clock;
  @Autowired Links links;
  @Autowired LinkPost linkPost;

  Browser browser;
  Asking asking;
  PostRoom post;
  String email;
  String number;

  @BeforeEach
  void somebodyHasAsked() {
    email = UUID.randomUUID() + "@example.org";
    browser = new Browser(port);
    asking = new Asking(browser, email);
    asking.send();
    number = asking.number();
    post = new PostRoom(jdbc, seals, samples);
  }

  @Test
  void the_link_opens_the_request_once_in_the_browser_that_asked() {
    var link = post.link(email);
    browser.get(link);
    assertThat(browser.get(link).status()).as("looking consumes nothing").isEqualTo(200);
    assertThat(browser.submit("main form", Map.of()).path()).isEqualTo("/my-request");
    assertThat(browser.page().text())
        .contains(number, "You must have your answer by", "We received your request on")
        .contains("This list may be incomplete.")
        .contains("The rule that lets us leave things out to control immigration is not used")
        .doesNotContainIgnoringCase("windrush")
        .doesNotContain("Winston");
    assertThat(browser.get(link).status()).isEqualTo(410);
    assertThat(browser.page().html().select("main a.govuk-button").attr("href"))
        .isEqualTo("/my-request/link");
  }

  @Test
  void another_browser_needs_the_code_that_the_first_one_shows() {
    var code = browser.get("/request/sent").html().select(".govuk-inset-text strong").text();
    var link = post.link(email);
    var other = new Browser(port);
    assertThat(other.get(link).html().select("#code")).hasSize(1);
    assertThat(other.submit("main form", Map.of()).status()).isEqualTo(422);
    assertThat(other.submit("main form", Map.of("code", "zzzzzz")).status()).isEqualTo(422);
    assertThat(other.submit("main form", Map.of("code", code.toLowerCase(Locale.ROOT))).path())
        .isEqualTo("/my-request");
    assertThat(other.page().text()).contains(number);
  }

  @Test
  void five_wrong_codes_end_a_link() {
    var other = new Browser(port);
    other.get(post.link(email));
    for (int i = 0; i < 4; i++) {
      assertThat(other.submit("main form", Map.of("code", "00000" + i)).status()).isEqualTo(422);
    }
    other.submit("main form", Map.of("code", "000009"));
    assertThat(browser.get(post.link(email)).status()).isEqualTo(410);
  }

  @Test
  void a_link_that_is_too_old_or_made_up_offers_a_fresh_one() {
    var link = post.link(email);
    clock.set(Instant.now().plus(Duration.ofMinutes(31)));
    assertThat(browser.get(link).status()).isEqualTo(410);
    assertThat(browser.get("/my-request/open/" + Tokens.random()).status()).isEqualTo(410);
    assertThat(browser.get("/my-request/open/%00%27--").status()).isBetween(400, 410);
  }

  @Test
  void of_twenty_at_once_a_link_lets_one_in() throws Exception {
    var token = post.link(email).replace("/my-request/open/", "");
    var here = asker();
    assertThat(Races.atOnce(20, () -> links.open(token, here, "")))
        .filteredOn(Opening.Opened.class::isInstance)
        .hasSize(1);
  }

  private candour.requester.tracking.Browser asker() {
    return browser.cookies().getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("candour-browser"))
        .map(cookie -> candour.requester.tracking.Browser.read(cookie.getValue()).orElseThrow())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_page_does_not_tell_whether_somebody_is_known() {
    var known = ask(email);
    var unknown = ask("nobody-" + email);
    assertThat(known).isEqualTo(unknown);
  }

  private String ask(String by) {
    var somewhere = new Browser(port);
    somewhere.get("/my-request/link");
    var page = somewhere.submit("main form", Map.of("by", by));
    assertThat(page.path()).isEqualTo("/my-request/link/sent");
    var main = page.html().select("main");
    main.select(".govuk-inset-text strong").remove();
    return main.html();
  }

  @Test
  void a_fresh_link_goes_to_the_address_on_record_whoever_asks() {
    var asker = candour.requester.tracking.Browser.random();
    samples.as(
        Acting.system(),
        () -> {
          linkPost.send(new LinkPost.Asked(email.toUpperCase(Locale.ROOT), asker));
          linkPost.send(
              new LinkPost.Asked(number.toLowerCase(Locale.ROOT).replace('-', ' '), asker));
          linkPost.send(new LinkPost.Asked("SAR-0000-0000", asker));
          linkPost.send(new LinkPost.Asked("' OR 1=1--", asker));
          return asker;
        });
    assertThat(post.to(email)).hasSize(3);
    assertThat(browser.get(post.link(email)).html().select("#code"))
        .as("this browser did not ask for that one")
        .hasSize(1);
  }

  @Test
  void asking_too_often_is_slowed_down() {
    browser.get("/my-request/link");
    for (int i = 0; i < 6; i++) {
      browser.submit("main form", Map.of("by", number));
      if (i < 5) {
        browser.get("/my-request/link");
      }
    }
    assertThat(browser.page().status()).isEqualTo(422);
    assertThat(browser.page().html().select("#by").val()).isEqualTo(number);
  }

  @Test
  void another_persons_request_is_never_shown() {
    var other = samples.generalCase();
    enter();
    for (var path :
        List.of(
            "/my-request?caseId=" + other,
            "/my-request/" + other,
            "/my-request/messages?reference=" + other)) {
      assertThat(browser.get(path).text()).doesNotContain("Beryl", other.toString() + "<");
    }
    assertThat(browser.get("/my-request?caseId=" + other).text()).contains(number);
  }

  @Test
  void messages_go_to_the_office_as_typed() {
    enter();
    var words = "<img src=x onerror=alert(1)>\n${7*7} ' OR 1=1--";
    browser.get("/my-request/messages");
    assertThat(browser.submit("main form[action$=messages]", Map.of("words", " ")).status())
        .isEqualTo(422);
    var long_ = "x".repeat(100_000);
    var kept = browser.submit("main form[action$=messages]", Map.of("words", long_));
    assertThat(kept.status()).isEqualTo(422);
    assertThat(kept.html().select("#words").val()).isEqualTo(long_);
    var sent = browser.submit("main form[action$=messages]", Map.of("words", words)).html();
    assertThat(sent.select("bdi")).extracting(Element::wholeText).containsExactly(words);
    assertThat(sent.select("main img")).isEmpty();
  }

  @Test
  void signing_out_closes_the_request() {
    enter();
    browser.submit("main form[action$=sign-out]", Map.of());
    assertThat(browser.get("/my-request").path()).isEqualTo("/my-request/link");
  }

  @Test
  void notices_are_there_in_both_languages() {
    for (var path : List.of("/privacy", "/accessibility", "/cookies", "/contact")) {
      var english = browser.get(path + "?lang=en");
      assertThat(english.status()).isEqualTo(200);
      assertThat(browser.get(path + "?lang=cy").heading()).isNotEqualTo(english.heading());
    }
    assertThat(browser.get("/privacy?lang=en").text())
        .contains("This office has not said whether")
        .doesNotContain("does not lead to enforcement");
  }

  private void enter() {
    browser.get(post.link(email));
    browser.submit("main form", Map.of());
    assertThat(browser.page().path()).isEqualTo("/my-request");
  }
}
