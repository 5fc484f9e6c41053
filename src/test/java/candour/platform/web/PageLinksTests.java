package candour.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import candour.support.Browser;
import candour.support.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@PortalTest
class PageLinksTests {

  @LocalServerPort int port;

  @Test
  void files_carry_a_version_and_pages_none() {
    var browser = new Browser(port);
    var page = browser.get("/").html();
    var files = page.select("link[rel=stylesheet]").eachAttr("href");
    assertThat(files).hasSize(2).allMatch(file -> file.matches("/.+-[0-9a-f]{32}\\.css"));
    assertThat(page.select("footer a[href^=/]").eachAttr("href"))
        .contains("/privacy", "/accessibility", "/cookies");
    assertThat(files).allMatch(file -> browser.get(file).status() == 200);
  }
}
