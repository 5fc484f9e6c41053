package candour.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import candour.support.Browser;
import candour.support.PortalTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

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
  void text_that_cannot_be_kept_is_refused() {
    assertThat(
            List.of(
                "/?a=%00",
                "/?%00=a", "/?a=%ED%A0%80", "/?a=%FF", "/%00", "/staff/sign-in?username=%00"))
        .allSatisfy(path -> assertThat(browser.get(path).status()).as(path).isEqualTo(400));
  }

  @Test
  void the_problem_is_named_in_the_readers_language() {
    assertThat(browser.get("/?a=%00").text()).contains("characters in it that cannot be stored");
    assertThat(browser.get("/?lang=cy&a=%00").text()).contains("nodau na ellir eu storio");
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
  void a_half_character_is_not_readable() {
    assertThat(PlainText.isReadable("\uD800")).isFalse();
    assertThat(PlainText.isReadable("a\uDC00")).isFalse();
    assertThat(PlainText.isReadable("\0")).isFalse();
    assertThat(PlainText.isReadable("Ŵyn 👩‍👩‍👧 ʼ")).isTrue();
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
  void an_error_page_keeps_the_ways_on_of_its_door() {
    var tooMuch = Map.of("a", "x".repeat(3_000_000));
    assertThat(browser.post("/x", tooMuch).text()).contains("Ask for your personal data");
    assertThat(browser.post("/staff/sign-in", tooMuch).text()).contains("Subject access requests");
    assertThat(browser.post("/committee/sign-in", tooMuch).text())
        .contains("For committees of Parliament");
  }
}
