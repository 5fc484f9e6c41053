package candour.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import candour.support.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives the death of the portal, of its database, and of both. */
class PowerCutJourney {

  private static final List<Map<String, Object>> ANSWERS =
      List.of(
          Map.of("capacity", "SELF"),
          Map.of("fullName", "Winston Aldridge Clarke"),
          Map.of("known", "ALL_OR_PART", "date.year", "1956"),
          Map.of("extent", "DISCLOSURES"),
          Map.of("known", List.of("NONE")),
          Map.of("purpose", "PROVE_STATUS"),
          Map.of("reason", "NOT_URGENT"),
          Map.of("email", "winston@example.org"),
          Map.of(),
          Map.of("routes", List.of("TALK_TO_ME")),
          Map.of());

  @TempDir Path folder;

  @Test
  void nothing_acknowledged_is_lost() throws IOException, InterruptedException {
    var home = folder.resolve("home");
    Browser browser;
    String number;
    try (var first = start(home)) {
      assertThat(first.output())
          .contains("/staff/sign-in", "/committee/sign-in", "/demo/mailbox", "amara");
      browser = new Browser(first.port());
      number = ask(browser);
      first.kill();
    }
    Started.killDatabase(home);
    try (var second = start(home)) {
      assertThat(sentPage(browser, second)).contains(number);
      second.kill();
    }
    try (var third = start(home)) {
      assertThat(sentPage(browser, third)).contains(number);
      Started.killDatabase(home);
      third.kill();
    }
    try (var fourth = start(home)) {
      assertThat(sentPage(browser, fourth)).contains(number);
    }
  }

  private static Started start(Path home) throws IOException, InterruptedException {
    return Started.in(home, "Candour is ready", "--spring.profiles.active=demo");
  }

  /** The same person after the restart: their browser still has its cookies. */
  private static String sentPage(Browser browser, Started portal) {
    return browser.at(portal.port()).get("/request/sent").text();
  }

  private static String ask(Browser browser) {
    browser.get("/request/who-for");
    for (var answer : ANSWERS) {
      assertThat(browser.submit("main form", answer).status()).isEqualTo(200);
    }
    assertThat(browser.page().path()).isEqualTo("/request/check-your-answers");
    browser.submit("main form[action$=check-your-answers]", Map.of());
    assertThat(browser.page().path()).isEqualTo("/request/sent");
    var number = browser.page().html().select(".govuk-panel strong").text();
    assertThat(number).matches("SAR-\\w{4}-\\w{4}");
    return number;
  }
}
