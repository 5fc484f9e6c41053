package candour.casework.desk;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Correspondence;
import candour.casework.Purpose;
import candour.ledger.Ledger;
import candour.ledger.entries.Column;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer.Role;
import candour.support.Browser;
import candour.support.Browser.Page;
import candour.support.MovableClock;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

@PortalTest
class CasePagesTests {

  /** Signing in costs seconds on purpose, so it is done once. */
  private static @Nullable Browser caseworker;

  private static @Nullable Browser releaser;

  @Autowired Samples samples;
  @Autowired People people;
  @Autowired Correspondence correspondence;
  @Autowired Ledger ledger;
  @Autowired Days days;
  @Autowired MovableClock time;
  private CaseReference reference;
  private String base;

  @BeforeEach
  void open_a_case() {
    reference = samples.open(Purpose.PROVE_STATUS).reference();
    base = "/staff/cases/" + reference;
  }

  @AfterEach
  void back_to_the_present() {
    time.reset();
  }

  @Test
  void an_overview_says_what_is_asked_and_what_remains() {
    var page = releaser().get(base);
    assertThat(page.html().expectFirst("main").text())
        .contains("This request is guarded.", "Beryl Grant", "May 1956", "Case file", "0 of 3")
        .contains("To prove their status or history in the UK", "From 1962 to 1973")
        .contains("Somebody who knows them", "beryl.campbell@example.org", "Nobody yet")
        .contains("the day of receipt. Confirming identity starts nothing.");
    assertThat(page.html().select("form[action$=take-on]")).isEmpty();
    assertThat(caseworker().get("/staff/cases/" + Identifiers.next()).status()).isEqualTo(404);
  }

  @Test
  void the_second_to_take_a_case_on_is_told_so_and_can_hand_it_over() {
    var ann = samples.officer("Ann First", Role.CASEWORKER);
    var first = people.signedIn(ann);
    var second = caseworker();
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
  void only_a_doubt_with_its_question_moves_the_clock() {
    var browser = caseworker();
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

    browser.get(base + "/identity/doubt");
    done(
        browser,
        Map.of("reason", "Two people of this name", "question", "Which school did you go to?"));
    assertThat(browser.page().html().select(".govuk-notification-banner").text()).contains("Sent.");
    assertThat(browser.get(base + "/clock").html().expectFirst("main").text())
        .contains("waiting for the answer to a question about identity");
    browser.get(base + "/identity/look");
    assertThat(
            errors(
                browser.submit(
                    "main form",
                    Map.of(
                        "satisfied",
                        "true",
                        "method",
                        "IN_PERSON",
                        "evidence",
                        "We spoke",
                        "reason",
                        "They knew it all"))))
        .singleElement()
        .asString()
        .startsWith("You asked this person about their identity.");

    time.set(days.now().plus(Duration.ofDays(3)));
    browser.get(base + "/identity/arrived");
    assertThat(errors(browser.submit("main form", on(days.today().plusDays(1)))))
        .containsExactly("Enter the day on which it came, today or earlier");
    done(browser, on(days.today()));
    assertThat(browser.get(base + "/clock").html().expectFirst("main").text())
        .contains("when the information about identity came");
    browser.get(base + "/identity/look");
    done(
        browser,
        Map.of(
            "satisfied",
            "true",
            "method",
            "IN_PERSON",
            "evidence",
            "We spoke",
            "reason",
            "They knew it all"));
    assertThat(browser.page().html().expectFirst("main").text())
        .contains("Their identity is confirmed.", "Olwen Price");
  }

  @Test
  void clarification_stops_the_clock_and_an_extension_comes_in_the_first_month_or_never() {
    var browser = caseworker();
    browser.get(base + "/clock/clarify");
    done(
        browser,
        Map.of("question", "Which port did you come to?", "reason", "There are many ports"));
    assertThat(browser.page().html().expectFirst("main").text())
        .contains("waiting for the answer to a question", "For the record: There are many ports");
    browser.get(base + "/clock/answered");
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

  @Test
  void each_kind_of_result_is_a_certificate_and_one_sent_twice_is_one() {
    var browser = caseworker();
    search(browser, Map.of("system", "CASE_DATABASE", "result", "FOUND", "found", "0"));
    assertThat(errors(browser.page()))
        .containsExactly("Enter how many records were found, from 1 to 99,999");
    search(
        browser,
        Map.of(
            "system",
            "CASE_DATABASE",
            "result",
            "DESTROYED_UNDER_POLICY",
            "destroyed",
            "LANDING_CARDS"));
    assertThat(errors(browser.page()))
        .singleElement()
        .asString()
        .contains("kept in another system");
    search(browser, Map.of("system", "CASE_DATABASE", "result", "FOUND", "found", "12"));
    search(browser, Map.of("system", "CASE_DATABASE", "result", "FOUND", "found", "12"));
    assertThat(browser.page().html().select("article")).hasSize(1);
    search(
        browser,
        Map.of(
            "system",
            "PAPER_FILES",
            "result",
            "DESTROYED_UNDER_POLICY",
            "destroyed",
            "LANDING_CARDS"));
    assertThat(browser.page().text()).contains("Not searched yet:");
    search(browser, Map.of("system", "DETENTION_RECORDS", "result", "NEVER_HELD"));
    assertThat(browser.page().html().select("article").eachText())
        .anyMatch(it -> it.contains("12 records found"))
        .anyMatch(it ->
            it.contains(
                "Landing cards and registration slips, about October 2010, by UK Border Agency"))
        .anyMatch(it -> it.contains("Never held"));
    assertThat(browser.page().text()).doesNotContain("Not searched yet:");
    assertThat(browser.get(base).text()).contains("3 of 3");
  }

  @Test
  void messages_go_both_ways_and_one_sent_twice_is_one() {
    var browser = caseworker();
    samples
        .holderOf(reference)
        .acting()
        .run(() -> correspondence.write(reference, "Please <b>hurry</b>\nBeryl"));
    for (int i = 0; i < 2; i++) {
      browser.get(base + "/messages");
      done(browser, Map.of("words", "We are searching."));
    }
    assertThat(browser.page().html().select("article").eachText())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("Olwen Price")
        .endsWith("We are searching.");
    assertThat(browser.page().html().select("article").eachText().getLast())
        .contains("Please <b>hurry</b> Beryl");
    browser.get(base + "/messages");
    var tooLong = browser.submit("main form", Map.of("words", "a".repeat(20_001)));
    assertThat(errors(tooLong)).containsExactly("Write the message, in up to 20,000 characters");
    assertThat(tooLong.html().expectFirst("textarea").val()).hasSize(20_001);
    assertThat(releaser().get(base + "/messages").html().select("main form")).isEmpty();
  }

  @Test
  void a_probable_entry_is_cleared_with_a_reason_by_who_may() {
    receive(
        "HOME_OFFICE,NHS Digital,"
            + Identifiers.randomCode(8)
            + ",HO_NHSD_MOU_2017,OVERSTAYED,yes,,WITHDRAWN,,,,2018-01-02,,Beryl Constance Campbell,");
    var caseworker = caseworker();
    assertThat(caseworker.get(base + "/disclosures").html().select("article")).isNotEmpty();
    assertThat(caseworker.page().html().select("main a[href$=clear]")).isEmpty();
    caseworker.get(base + "/identity/look");
    done(
        caseworker,
        Map.of(
            "satisfied",
            "true",
            "method",
            "IN_PERSON",
            "evidence",
            "We spoke",
            "reason",
            "They knew it all"));
    var senior = people.signedIn(Role.SENIOR);
    senior.get(base + "/disclosures");
    var clear = senior.page().html().expectFirst("main a[href$=clear]").attr("href");
    senior.get(clear);
    assertThat(errors(senior.submit("main form", Map.of("reason", "Yes")))).hasSize(1);
    done(senior, Map.of("reason", "The address is the one they gave."));
    assertThat(senior.page().html().expectFirst("main").text())
        .contains("They can see the entry now.", "Shown to them");
    caseworker.get(clear);
    assertThat(caseworker.submit("main form", Map.of("reason", "I would like to as well")).status())
        .isEqualTo(403);
    assertThat(senior.get(base + "/disclosures/" + Identifiers.next() + "/clear").status())
        .isEqualTo(404);
  }

  @Test
  void what_cannot_be_a_choice_is_refused_at_the_form() {
    var browser = caseworker();
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
    assertThat(browser.submit("main form", Map.of("to", "nobody")).status()).isEqualTo(422);
    var releaser = releaser();
    releaser.get(base + "/clock/extend");
    assertThat(releaser.submit("main form", Map.of("ground", "COMPLEXITY")).status())
        .isEqualTo(403);
  }

  private Browser caseworker() {
    var browser = caseworker == null ? people.signedIn(Role.CASEWORKER) : caseworker;
    caseworker = browser;
    return browser;
  }

  private Browser releaser() {
    var browser = releaser == null ? people.signedIn(Role.RELEASER) : releaser;
    releaser = browser;
    return browser;
  }

  private Page done(Browser browser, Map<String, ?> fields) {
    var page = browser.submit("main form", fields);
    assertThat(page.status()).as(page.html().select(".govuk-error-summary").text()).isEqualTo(200);
    return page;
  }

  private Page handOver(Browser browser, String to) {
    browser.get(base + "/hand-over");
    return browser.submit("main form", Map.of("to", to));
  }

  private void search(Browser browser, Map<String, ?> fields) {
    browser.get(base + "/searches/certificate");
    var all = new HashMap<String, Object>(fields);
    all.put("terms", "Campbell, Beryl; Grant");
    browser.submit("main form", all);
  }

  private void receive(String row) {
    var officer = samples.officer("Disclosures officer", Role.DISCLOSURES);
    var header = String.join(",", Column.headers());
    var file = new ByteArrayResource((header + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8));
    officer.acting().run(() -> ledger.receive("one.csv", file, officer));
  }

  private static Map<String, String> on(LocalDate day) {
    return Map.of(
        "on.day", "" + day.getDayOfMonth(),
        "on.month", "" + day.getMonthValue(),
        "on.year", "" + day.getYear());
  }

  private static List<String> errors(Page page) {
    return page.html().select(".govuk-error-summary li").eachText();
  }
}
