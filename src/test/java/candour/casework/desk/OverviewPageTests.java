package candour.casework.desk;

import static candour.casework.desk.Desk.done;
import static candour.casework.desk.Desk.errors;
import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Purpose;
import candour.platform.Identifiers;
import candour.platform.Officer.Role;
import candour.support.Browser;
import candour.support.Browser.Page;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class OverviewPageTests {

  @Autowired Samples samples;
  @Autowired People people;
  private CaseReference reference;
  private String base;

  @BeforeEach
  void open_a_case() {
    reference = samples.open(Purpose.PROVE_STATUS).reference();
    base = "/staff/cases/" + reference;
  }

  @Test
  void an_overview_says_what_is_asked_and_what_remains() {
    var page = Desk.of(people, Role.RELEASER).get(base);
    assertThat(page.html().expectFirst("main").text())
        .contains(
            "This request is guarded.",
            "Beryl Grant",
            "May 1956",
            "Home Office paper files",
            "0 of 3")
        .contains("To prove their status or history in the UK", "From 1962 to 1973")
        .contains("Somebody who knows them", "beryl.campbell@example.org", "Nobody yet")
        .contains("the day of receipt. Confirming identity starts nothing.");
    assertThat(page.html().select("form[action$=take-on]")).isEmpty();
    assertThat(Desk.of(people, Role.CASEWORKER).get("/staff/cases/" + Identifiers.next()).status())
        .isEqualTo(404);
  }

  @Test
  void what_is_urgent_is_said_above_every_page_and_first_on_the_worklist() {
    var officer = Desk.of(people, Role.CASEWORKER);
    officer.get(base + "/urgency");
    assertThat(errors(officer.submit("main form", Map.of("when", "x".repeat(201)))))
        .containsExactly(
            "Choose why it is urgent, or that it is so no longer",
            "What you write must be 200 characters or fewer",
            "Say how you know, in 10 to 4,000 characters");
    var removal =
        Map.of(
            "standing", "REMOVAL", "when", "any <b>day</b>", "reason", "Their solicitor phoned.");
    done(officer, removal);
    assertThat(Desk.main(officer))
        .contains("It was recorded", "Urgent", "any <b>day</b>", "Their solicitor phoned.");
    assertThat(officer.get(base + "/clock").html().select(".app-case-header .govuk-tag").text())
        .contains("Urgent");
    var number = officer.page().html().select(".app-case-header .govuk-caption-l").text();
    var rows = officer.get("/staff/worklist").html().select("tbody tr").eachText();
    assertThat(rows)
        .filteredOn(row -> number.endsWith(row.substring(0, 13)))
        .singleElement()
        .asString()
        .contains("Urgent");
    officer.get(base + "/urgency");
    var over = Map.of("standing", "NO_LONGER", "when", "today", "reason", "It was cancelled.");
    done(officer, over);
    assertThat(Desk.main(officer)).contains("Urgent no longer", "It was cancelled.");
    assertThat(officer.page().html().select(".app-case-header .govuk-tag--red")).isEmpty();
    officer.get(base + "/urgency");
    var again = Map.of("standing", "NO_LONGER", "reason", "It was cancelled again.");
    assertThat(errors(officer.submit("main form", again)))
        .containsExactly("This case is not recorded as urgent, so there is nothing to end.");
    assertThat(Desk.of(people, Role.RELEASER).get(base).text())
        .doesNotContain("Record whether it is urgent");
  }

  @Test
  void the_second_to_take_a_case_on_is_told_so_and_can_hand_it_over() {
    var ann = samples.officer("Ann First", Role.CASEWORKER);
    var first = people.signedIn(ann);
    var second = Desk.of(people, Role.CASEWORKER);
    first.get(base);
    second.get(base);
    assertThat(first.submit("form[action$=take-on]", Map.of()).text())
        .contains("You have taken this case on.");
    var refused = second.submit("form[action$=take-on]", Map.of());
    assertThat(refused.html().expectFirst("main").text())
        .contains("Another officer has just taken this case.", "Ann First");
    second.get(base + "/hand-over");
    assertThat(done(second, Map.of("to", ann.id())).path()).isEqualTo(base);
    assertThat(errors(handOver(second, ""))).contains("Choose the officer who takes it on");
    assertThat(errors(handOver(second, Identifiers.next().toString())))
        .contains("That officer does not work on cases.");
  }

  @Test
  void what_cannot_be_a_choice_is_refused_at_the_form() {
    var browser = Desk.of(people, Role.CASEWORKER);
    browser.get(base + "/identity/look");
    assertThat(
            browser
                .submit("main form", Map.of("method", "GUESSWORK", "satisfied", "perhaps"))
                .status())
        .isEqualTo(422);
    browser.get(base + "/searches/certificate");
    assertThat(browser.submit("main form", Map.of("system", "NOWHERE", "result", "MAGIC")).status())
        .isEqualTo(422);
    browser.get(base + "/hand-over");
    var nobody = browser.submit("main form", Map.of("to", "nobody"));
    assertThat(nobody.status()).isEqualTo(422);
    assertThat(errors(nobody)).containsExactly("Choose the officer who takes it on");
    assertThat(nobody.html().select("select[name=to] option")).hasSizeGreaterThan(1);
    var releaser = Desk.of(people, Role.RELEASER);
    releaser.get(base + "/clock/extend");
    assertThat(releaser.submit("main form", Map.of("ground", "COMPLEXITY")).status())
        .isEqualTo(403);
  }

  private Page handOver(Browser browser, String to) {
    browser.get(base + "/hand-over");
    return browser.submit("main form", Map.of("to", to));
  }
}
