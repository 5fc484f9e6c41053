package candour.casework.desk;

import static candour.casework.desk.Desk.done;
import static candour.casework.desk.Desk.errors;
import static candour.casework.desk.Desk.on;
import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Purpose;
import candour.platform.Days;
import candour.platform.Officer.Role;
import candour.support.MovableClock;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class IdentityPagesTests {

  @Autowired Samples samples;
  @Autowired People people;
  @Autowired Days days;
  @Autowired MovableClock time;
  private CaseReference reference;
  private String base;

  @BeforeEach
  void open_a_case() {
    reference = samples.open(Purpose.PROVE_STATUS).reference();
    base = "/staff/cases/" + reference;
  }

  @Test
  void only_a_doubt_with_its_question_moves_the_clock() {
    var browser = Desk.of(people, Role.CASEWORKER);
    var look =
        Map.of(
            "satisfied",
            "false",
            "method",
            "VOUCHED_FOR",
            "evidence",
            "A letter <b>",
            "reason",
            "short");
    browser.get(base + "/identity/look");
    var again = browser.submit("main form", look);
    assertThat(errors(again))
        .containsExactly("Write why it is enough or not, in 10 to 4,000 characters");
    assertThat(again.html().expectFirst("textarea[name=evidence]").val()).isEqualTo("A letter <b>");
    assertThat(again.html().select("input[value=VOUCHED_FOR][checked]")).hasSize(1);
    browser.submit("main form", Map.of("reason", "It is not signed."));
    browser.get(base + "/identity/look");
    browser.submit(
        "main form",
        Map.of(
            "satisfied",
            "false",
            "method",
            "VOUCHED_FOR",
            "evidence",
            "A letter <b>",
            "reason",
            "It is not signed."));
    assertThat(browser.page().html().select("article").eachText())
        .as("the same look sent twice")
        .hasSize(1);
    assertThat(browser.get(base + "/clock").text()).contains("Nothing has moved or stopped");

    browser.get(base + "/identity/question");
    done(
        browser,
        Map.of("reason", "Two people of this name", "question", "Which school did you go to?"));
    assertThat(browser.page().html().select(".govuk-notification-banner").text()).contains("Sent.");
    assertThat(browser.get(base + "/clock").html().expectFirst("main").text())
        .contains("waiting for the answer to a question about identity");
    browser.get(base + "/identity/look");
    assertThat(errors(browser.submit("main form", Desk.SATISFIED)))
        .singleElement()
        .asString()
        .startsWith("You asked this person about their identity.");

    time.set(days.now().plus(Duration.ofDays(3)));
    browser.get(base + "/identity/answer");
    assertThat(errors(browser.submit("main form", on(days.today().plusDays(1)))))
        .containsExactly(
            "Enter the day on which it came, today or earlier",
            "Write what came, in up to 20,000 characters");
    var answer = new HashMap<String, Object>(on(days.today()));
    answer.put("words", "A letter from the school");
    done(browser, answer);
    assertThat(browser.get(base + "/clock").html().expectFirst("main").text())
        .contains("when the information about identity came", "A letter from the school");
    browser.get(base + "/identity/look");
    done(browser, Desk.SATISFIED);
    assertThat(browser.page().html().expectFirst("main").text())
        .contains("Their identity is confirmed.", "Olwen Price");
  }
}
