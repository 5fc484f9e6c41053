package candour.requester;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Controller;
import candour.platform.Controller.Enforcement;
import candour.platform.Cookies;
import candour.platform.Officer.Role;
import candour.platform.Seals;
import candour.platform.Statements;
import candour.platform.Statements.Compliance;
import candour.platform.Statements.Words;
import candour.support.Browser;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.net.HttpCookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.ui.ExtendedModelMap;

/** What the notices say is what the controller has set, and nothing of it is missing. */
@PortalTest
class NoticePagesTests {

  private static final Pattern LIFE = Pattern.compile("(\\d+) (hour|day|year)");
  private static final Map<String, Long> SECONDS =
      Map.of("hour", 3600L, "day", 86_400L, "year", 365 * 86_400L);

  @LocalServerPort int port;
  @Autowired Cookies cookies;
  @Autowired People people;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired ConfigurableEnvironment environment;

  @Test
  void every_cookie_that_is_set_is_listed_with_its_true_lifetime_and_no_other() {
    var set = new TreeMap<String, Long>();
    var browser = new Browser(port);
    var email = UUID.randomUUID() + "@example.org";
    browser.get("/?lang=en");
    new Asking(browser, email).send();
    browser.get(new PostRoom(jdbc, seals, samples).link(email));
    browser.submit("main form", Map.of());
    browser.get("/my-request/messages");
    collect(browser, set);
    collect(people.signedIn(Role.CASEWORKER), set);
    collect(people.committee(), set);
    var listed = new TreeMap<String, Long>();
    for (var row : browser.get("/cookies").html().select(".govuk-summary-list__row")) {
      var life = LIFE.matcher(row.select("dd .govuk-hint").text());
      listed.put(
          row.select("dt").text(),
          life.find()
              ? Long.parseLong(life.group(1)) * SECONDS.getOrDefault(life.group(2), 0L)
              : -1);
    }
    assertThat(set).isEqualTo(listed);
  }

  private static void collect(Browser browser, Map<String, Long> set) {
    for (HttpCookie cookie : browser.cookies().getCookieStore().getCookies()) {
      set.put(cookie.getName(), cookie.getMaxAge());
    }
  }

  @Test
  void what_is_set_is_what_is_said_in_both_languages() {
    var browser = new Browser(port);
    assertThat(browser.get("/privacy").text())
        .contains(
            "Secretary of State for the Home Department", "dpo@candour.example", "for 6 years")
        .contains("the company that prints", "This office has not said", "Wycliffe House");
    assertThat(browser.get("/accessibility").text())
        .contains("in part, because", "prepared on 22 November 2026", "tested on 20 November 2026")
        .contains("with automatic checks", "Equality and Human Rights Commission", "within 5 days");
    assertThat(browser.get("/contact").text()).contains("0300 000 0000", "dpo@candour.example");
    assertThat(browser.get("/privacy?lang=cy").text())
        .contains("Ysgrifennydd Gwladol yr Adran Gartref", "Swyddog Diogelu Data", "am 6 blynedd")
        .contains("y cwmni sy’n argraffu", "Nid yw’r swyddfa hon wedi dweud");
    assertThat(browser.get("/accessibility?lang=cy").text())
        .contains("yn rhannol, oherwydd", "22 Tachwedd 2026", "gwiriadau awtomatig");
  }

  @Test
  void another_controller_says_something_else() {
    var other =
        new NoticePages(
            new Controller(
                "A",
                "B",
                true,
                "NORTHERN_IRELAND",
                "C",
                "d@e",
                "F",
                Enforcement.MAY_BE_SHARED,
                false,
                14,
                2),
            new Statements(
                new Words("Officer", "Swyddog"),
                new Words("ICO", "ICO"),
                List.of(),
                Compliance.FULL,
                List.of(new Words("fault", "nam")),
                new Words("us", "ni"),
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                9),
            cookies,
            "session");
    var model = new ExtendedModelMap();
    other.controller(Locale.of("cy"), model);
    other.privacy(Locale.of("cy"), model);
    other.accessibility(Locale.of("cy"), model);
    other.cookies(model);
    assertThat(model)
        .containsEntry("protectionOfficer", "Swyddog")
        .containsEntry("recipients", List.of())
        .containsEntry("knownFaults", List.of("nam"))
        .containsEntry("testedBy", "ni")
        .containsEntry("country", "NI");
    assertThat(model).extractingByKey("cookies").asString().contains("name=session");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "candour.controller.name",
        "candour.controller.name-cy",
        "candour.controller.address",
        "candour.controller.email",
        "candour.controller.phone",
        "candour.statements.protection-officer.en",
        "candour.statements.protection-officer.cy",
        "candour.statements.commissioner.en",
        "candour.statements.compliance",
        "candour.statements.tested-by.cy",
        "candour.statements.tested-on",
        "candour.statements.prepared-on"
      })
  void nothing_starts_while_a_fact_is_missing(String missing) {
    run(missing).run(started -> assertThat(started).hasFailed());
    run("none").run(started -> assertThat(started).hasNotFailed());
  }

  private ApplicationContextRunner run(String without) {
    var settings =
        environment.getPropertySources().stream()
            .filter(source -> source.getName().contains("config/application.properties"))
            .flatMap(source -> ((Map<?, ?>) source.getSource()).entrySet().stream())
            .filter(entry -> !entry.getKey().equals(without))
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new);
    return new ApplicationContextRunner()
        .withUserConfiguration(Settings.class)
        .withPropertyValues(settings);
  }

  @EnableConfigurationProperties({Controller.class, Statements.class})
  static class Settings {}
}
