package candour.requester.journey;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Officer.Role;
import candour.requester.Asking;
import candour.support.Browser;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ways in which somebody offers to show who they are, and what officers see of them. */
@PortalTest
class ShowingTests {

  @LocalServerPort int port;
  @Autowired Samples samples;
  @Autowired People people;

  @Test
  void two_of_a_list_are_named_and_officers_see_which() {
    var browser = new Browser(port);
    var asking =
        new Asking(browser, UUID.randomUUID() + "@example.org")
            .with(
                "showing-who-you-are",
                Map.of(
                    "routes", List.of("TWO_OF_A_LIST", "SOMEONE_WHO_KNOWS_ME"),
                    "papers", "SCHOOL",
                    "referee", "Ms Ọlá",
                    "refereeReach", "At the library, on Mondays"));
    var refused = asking.answerUntil("check-your-answers");
    assertThat(refused.html().select("#papers-error").text()).contains("at least two");
    assertThat(refused.html().select("[name=referee]").val()).isEqualTo("Ms Ọlá");
    asking.with(
        "showing-who-you-are",
        Map.of(
            "routes",
            List.of("TWO_OF_A_LIST", "SOMEONE_WHO_KNOWS_ME"),
            "papers",
            List.of("SCHOOL", "UNION"),
            "referee",
            "Ms Ọlá",
            "refereeReach",
            "At the library, on Mondays"));
    var checked = asking.answerAll().text();
    assertThat(checked).contains("A trade union card").contains("At the library, on Mondays");
    browser.submit("main form", Map.of());

    var number = asking.number();
    var reference = samples.numbered(number);
    var officer = people.signedIn(Role.CASEWORKER);
    var identity = officer.get("/staff/cases/" + reference + "/identity").text();
    assertThat(identity)
        .contains("Two things from a list", "A letter, report or register", "A trade union card")
        .contains("Ms Ọlá", "At the library, on Mondays")
        .doesNotContain("A letter or card from a doctor");
  }

  @Test
  void whoever_has_nothing_is_asked_for_nothing() {
    var browser = new Browser(port);
    var asking =
        new Asking(browser, UUID.randomUUID() + "@example.org")
            .with("showing-who-you-are", Map.of("routes", "TALK_TO_ME"));
    assertThat(asking.send().path()).isEqualTo("/request/sent");
  }
}
