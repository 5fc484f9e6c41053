package candour.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import candour.support.Browser;
import candour.support.PortalTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What somebody sees who has not signed in, on every page that there is. */
@PortalTest
class SignedOutTests {

  @LocalServerPort int port;

  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  Browser browser;

  @BeforeEach
  void visit() {
    browser = Browser.standing(port);
  }

  @Test
  void every_answer_has_strict_headers() {
    var paths =
        Stream.concat(
            pages().stream(), Stream.of("/nowhere", "/staff//x", "/a;b", "/favicon.ico", "/error"));
    assertThat(paths)
        .allSatisfy(path -> {
          var page = browser.get(path);
          assertThat(page.header("Content-Security-Policy")).isEqualTo(StrictHeaders.CONTENT);
          assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
          assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
          assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
          assertThat(page.header("Cache-Control")).isNotEmpty();
          assertThat(page.status()).isLessThan(500);
        });
  }

  @Test
  void nobody_gets_in_without_signing_in() {
    assertThat(closedPages()).isNotEmpty();
    assertThat(closedPages())
        .allSatisfy(path -> {
          assertThat(browser.get(path).status()).isEqualTo(302);
          assertThat(browser.page().header("Location"))
              .isIn("/staff/sign-in", "/committee/sign-in", "/my-request/link");
        });
  }

  @Test
  void a_form_without_its_token_is_refused() {
    assertThat(List.of("/staff/sign-in", "/committee/sign-in", "/my-request/link", "/anything"))
        .allSatisfy(
            path -> assertThat(browser.post(path, Map.of("a", "b")).status()).isEqualTo(403));
  }

  @Test
  void no_file_is_read_from_strangers() {
    var file = new Browser.Upload("a.pdf", "application/pdf", new byte[3_000_000]);
    assertThat(List.of("/staff/cases/x/records", "/committee", "/my-request", "/anything"))
        .allSatisfy(
            path -> assertThat(browser.upload(path, Map.of("file", file)).status()).isEqualTo(403));
  }

  @Test
  void no_session_is_made_for_looking() {
    pages().forEach(browser::get);
    assertThat(browser.cookies().getCookieStore().getCookies())
        .noneMatch(cookie -> cookie.getName().equals("candour"));
  }

  private List<String> closedPages() {
    var open =
        List.of(
            "/staff/sign-in",
            "/staff/code",
            "/committee/sign-in",
            "/committee/code",
            "/my-request/link",
            "/my-request/open");
    return Stream.concat(pages().stream(), Stream.of("/staff/x", "/committee/x", "/my-request/x"))
        .filter(path -> path.matches("/(staff|committee|my-request)(/.*)?"))
        .filter(path -> open.stream().noneMatch(path::startsWith) && !path.contains("/enrol"))
        .toList();
  }

  /** Every path of every page, found in the portal itself. */
  private List<String> pages() {
    return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
        .flatMap(mapping -> mapping.getPatternValues().stream())
        .map(pattern -> pattern.replaceAll("\\{[^/]*}", UUID.randomUUID().toString()))
        .sorted()
        .toList();
  }
}
