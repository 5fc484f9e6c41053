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
class ClockPagesTests {

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
  void clarification_stops_the_clock_and_an_extension_comes_in_the_first_month_or_never() {
    var browser = Desk.of(people, Role.CASEWORKER);
    browser.get(base + "/clock/question");
    done(
        browser,
        Map.of("question", "Which port did you come to?", "reason", "There are many ports"));
    assertThat(browser.page().html().expectFirst("main").text())
        .contains("waiting for the answer to a question", "For the record: There are many ports");
    browser.get(base + "/clock/answer");
    assertThat(
            errors(
                browser.submit(
                    "main form", Map.of("on.day", "30", "on.month", "2", "on.year", "2026"))))
        .hasSize(2);
    var answer = new HashMap<String, Object>(on(days.today()));
    answer.put("words", "Southampton");
    done(browser, answer);
    assertThat(browser.page().html().expectFirst("main").text())
        .contains("Clarification was awaited", "no day of these falls out of the count");
    time.set(days.now().plus(Duration.ofDays(50)));
    assertThat(browser.get(base + "/clock").html().select("a[href$=extend]")).isEmpty();
    browser.get(base + "/clock/extend");
    var late =
        browser.submit(
            "main form", Map.of("ground", "COMPLEXITY", "reasons", "Forty boxes of paper"));
    assertThat(errors(late)).singleElement().asString().startsWith("The first month has ended.");
    assertThat(late.html().expectFirst("textarea").val()).isEqualTo("Forty boxes of paper");
    time.reset();
    done(browser, Map.of());
    assertThat(browser.page().html().expectFirst("main").text())
        .contains("two further months: the request is complex");
  }
}
