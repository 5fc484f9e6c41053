package candour.requester.journey;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Extent;
import candour.casework.Sought;
import candour.platform.Acting;
import candour.requester.Asking;
import candour.support.Browser;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Answers that are too long, hostile, forged or impossible. */
@PortalTest
class BadAnswersTests {

  private static final String HOSTILE =
      "<script>alert(1)</script> ' OR 1=1-- ${7*7} __${T(java.lang.Runtime)}__::x [[${7*7}]] #{x}";

  @LocalServerPort int port;
  @Autowired Samples samples;
  @Autowired Casework casework;

  Browser browser;
  Asking asking;
  String email;

  @BeforeEach
  void somebodyAsks() {
    email = UUID.randomUUID() + "@example.org";
    browser = new Browser(port);
    asking = new Asking(browser, email);
  }

  @Test
  void a_hundred_thousand_characters_come_back_with_what_is_wrong() {
    asking.withAllClues().answerAll();
    var long_ = "ŵ".repeat(100_000);
    for (var asked :
        List.of(
            "your-name otherNames",
            "what-you-want words",
            "period from",
            "reference-numbers others",
            "passports third.name",
            "arrival first.vessel",
            "addresses words",
            "born-elsewhere nationality",
            "urgent when",
            "how-to-reach-you address",
            "safe-contact words",
            "showing-who-you-are words")) {
      var field = asked.split(" ", 2)[1];
      browser.get("/request/" + asked.split(" ", 2)[0]);
      var page = browser.submit("main form", Map.of(field, long_));
      assertThat(page.status()).as(asked).isEqualTo(422);
      assertThat(page.html().select(".govuk-error-summary a")).as(asked).isNotEmpty();
      assertThat(page.html().select("[name=" + field + "]").val()).as(asked).isEqualTo(long_);
    }
  }

  @Test
  void what_cannot_be_kept_of_a_text_is_shown_as_such() {
    browser.get("/request/who-for");
    browser.submit("main form", Map.of("capacity", "SELF"));
    browser.submit("main form", Map.of("fullName", "a\0b"));
    assertThat(browser.get("/request/your-name").html().select("#fullName").val())
        .isEqualTo("a\uFFFDb");
  }

  @Test
  void an_empty_or_forged_answer_is_asked_for_again() {
    browser.get("/request/who-for");
    for (var answer : List.of("", "SELF' OR '1'='1")) {
      var page = browser.submit("main form", Map.of("capacity", answer));
      assertThat(page.status()).isEqualTo(422);
      assertThat(page.html().title()).startsWith("Error: ");
      assertThat(page.html().select("#capacity-error").text()).startsWith("Error: Choose");
    }
  }

  @Test
  void an_impossible_date_is_shown_at_its_box_and_kept() {
    browser.get("/request/who-for");
    browser.submit("main form", Map.of("capacity", "SELF"));
    browser.submit("main form", Map.of("fullName", "A"));
    var page =
        browser.submit(
            "main form",
            Map.of(
                "known", "ALL_OR_PART", "date.day", "31", "date.month", "2", "date.year", "1962"));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html().select("#date-error").text()).contains("no such day");
    assertThat(page.html().select("#date-day").val()).isEqualTo("31");
    assertThat(browser.submit("main form", Map.of("known", "NOT_KNOWN")).status()).isEqualTo(422);
    assertThat(
            browser.submit("main form", Map.of("known", "NOT_KNOWN", "words", "the flood")).path())
        .isEqualTo("/request/what-you-want");
  }

  @Test
  void hostile_text_is_stored_and_shown_as_text() {
    asking
        .with("your-name", Map.of("fullName", HOSTILE, "otherNames", HOSTILE))
        .with("date-of-birth", Map.of("known", "NOT_KNOWN", "words", HOSTILE))
        .with("what-you-want", Map.of("extent", "NAMED_DOCUMENTS", "words", HOSTILE))
        .with("which-documents", Map.of("first", HOSTILE, "fifth", HOSTILE))
        .withAllClues()
        .with("reference-numbers", Map.of("port", HOSTILE, "others", HOSTILE))
        .with("passports", Map.of("second.number", HOSTILE, "second.name", HOSTILE))
        .with("arrival", Map.of("first.vessel", HOSTILE, "first.words", HOSTILE))
        .with("addresses", Map.of("words", HOSTILE))
        .with("born-elsewhere", Map.of("words", HOSTILE, "nationality", HOSTILE))
        .with("urgent", Map.of("when", HOSTILE, "words", HOSTILE))
        .with("period", Map.of("span", "PART", "from", HOSTILE, "until", HOSTILE))
        .with("how-to-reach-you", Map.of("email", email, "phone", "<b>'--${1}", "address", HOSTILE))
        .with("safe-contact", Map.of("words", HOSTILE, "lettersTo", HOSTILE))
        .with("showing-who-you-are", Map.of("routes", List.of("TALK_TO_ME"), "words", HOSTILE));
    var check = asking.answerAll().html();
    assertThat(check.select("dd div:contains(alert)")).hasSize(23);
    assertThat(check.select("dd script, dd b")).isEmpty();
    assertThat(check.select("dd").text()).contains(HOSTILE);
    browser.submit("main form", Map.of());
    assertThat(samples.as(Acting.system(), () -> casework.asked(theCase()).sought()))
        .isEqualTo(
            new Sought(
                Extent.NAMED_DOCUMENTS,
                List.of(HOSTILE, HOSTILE),
                Set.of(),
                HOSTILE,
                HOSTILE,
                HOSTILE));
  }

  @Test
  void forged_fields_change_nothing() {
    asking.answerAll();
    browser.submit(
        "main form",
        Map.of(
            "kind",
            "GENERAL",
            "purpose",
            "LEGAL",
            "caseId",
            UUID.randomUUID(),
            "stage",
            "ANSWERED",
            "answers",
            "x"));
    assertThat(samples.as(Acting.system(), () -> casework.facts(theCase())).guarded()).isTrue();
  }

  private CaseReference theCase() {
    return samples.numbered(asking.number());
  }
}
