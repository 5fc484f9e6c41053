package candour.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import candour.support.Browser;
import candour.support.PortalTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** How the portal reads what it is sent, however hostile: a clear refusal, never a fault. */
@PortalTest
class ReadingTests {

  @LocalServerPort int port;

  Browser browser;

  @BeforeEach
  void visit() {
    browser = Browser.standing(port);
  }

  @Test
  void bytes_that_are_no_text_are_refused() {
    assertThat(browser.get("/%00").status()).isEqualTo(400);
    assertThat(List.of("/?a=%ED%A0%80", "/?a=%FF", "/staff/sign-in?username=%FF"))
        .allSatisfy(
            path -> assertThat(browser.post(path, Map.of()).status()).as(path).isEqualTo(400));
  }

  @Test
  void the_problem_is_named_in_the_readers_language() {
    assertThat(browser.post("/?a=%FF", Map.of()).text()).contains("arrived damaged or incomplete");
    assertThat(browser.post("/?lang=cy&a=%FF", Map.of()).text()).contains("wedi’i difrodi");
    assertThat(browser.get("/nowhere?lang=en").heading()).isEqualTo("Page not found");
    assertThat(browser.post("/nowhere", Map.of()).heading()).isEqualTo("You cannot see this page");
    assertThat(browser.post("/x", Map.of("a", "x".repeat(3_000_000))).heading())
        .isEqualTo("That is too large");
  }

  @Test
  void what_the_server_itself_refuses_says_nothing_of_it() {
    assertThat(browser.get("/%00").text()).doesNotContain("Tomcat", "java.", "Exception");
  }

  @Test
  void what_cannot_be_kept_is_shown_as_such() {
    assertThat(CanonicalText.of("a\uD800b\uDC00c\0d")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
    assertThat(CanonicalText.of("Ŵyn 👩‍👩‍👧 ʼ")).isEqualTo("Ŵyn 👩‍👩‍👧 ʼ");
    var page = Browser.standing(port);
    page.get("/staff/sign-in");
    page.submit("main form", Map.of("username", "a\0b"));
    assertThat(page.page().html().select("#username").val()).isEqualTo("a\uFFFDb");
  }

  @Test
  void text_is_brought_into_one_form() {
    assertThat(CanonicalText.of(" Zoe\u0308\r\nB\rC\t")).isEqualTo("Zoë\nB\nC");
  }

  @Test
  void a_body_beyond_the_limit_is_refused() {
    assertThat(browser.post("/staff/sign-in", Map.of("a", "x".repeat(3_000_000))).status())
        .isEqualTo(413);
  }

  @Test
  void languages_are_english_and_welsh_alone() {
    assertThat(browser.get("/?lang=cy").header("Set-Cookie")).startsWith("lang=cy; Path=/");
    assertThat(browser.get("/nowhere?lang=fr").header("Set-Cookie")).isEmpty();
  }

  @Test
  void the_other_language_is_offered_of_the_same_page() {
    var page = browser.get("/nowhere?item=%C3%A9%22&lang=cy&sent").html();
    assertThat(page.select("a[hreflang=en]").attr("href"))
        .isEqualTo("?item=%C3%A9%22&sent&lang=en");
    page = browser.get("/staff/sign-in?kept").html();
    assertThat(page.select("a[hreflang=en]").attr("href")).isEqualTo("?kept&lang=en");
  }

  @Test
  void whoever_asks_for_no_page_is_told_the_error_alone() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/nowhere"))
            .header("Accept", "application/json")
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(JsonMapper.shared().readTree(answer.body()).propertyNames())
          .containsExactlyInAnyOrder("timestamp", "status", "error");
    }
  }

  /** Else a browser tells that the connection broke, and not why. */
  @Test
  void far_too_much_is_read_to_its_end_and_refused_in_words() {
    var page = browser.post("/staff/sign-in", Map.of("a", "x".repeat(40_000_000)));
    assertThat(page.status()).isEqualTo(413);
    assertThat(page.text()).contains("Subject access requests");
  }

  @Test
  void an_error_page_keeps_the_ways_on_of_its_door() {
    var tooMuch = Map.of("a", "x".repeat(3_000_000));
    assertThat(browser.post("/x", tooMuch).text()).contains("Ask for your personal data");
    assertThat(browser.post("/staff/sign-in", tooMuch).text()).contains("Subject access requests");
    assertThat(browser.post("/committee/sign-in", tooMuch).text())
        .contains("For committees of Parliament");
  }
}
