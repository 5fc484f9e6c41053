package candour.records;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.exemptions.Reliance;
import candour.exemptions.Reliances;
import candour.platform.Days;
import candour.platform.Officer.Role;
import candour.records.RecordsScene.Opened;
import candour.support.Browser;
import candour.support.People;
import candour.support.PortalTest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Writing a ground down, and what health data need, as officers do it. */
@PortalTest
class GroundPageTests {

  private static final String WORDS =
      "Mae'r tŷ <script>alert(1)</script> yma; ${7*7} [[${7*7}]] and more.";
  private static final List<String> FACTORS =
      List.of("kind", "confidence", "consent", "capacity", "refusal", "jigsaw");

  @Autowired RecordsScene scene;
  @Autowired People people;
  @Autowired Reliances reliances;
  @Autowired Days days;

  private Opened at;
  private PageKey page;
  private Browser browser;

  @BeforeEach
  void a_page_in_review() {
    at = scene.open();
    page = scene.collect(at, "A", "B");
    browser = people.signedIn(at.officer());
  }

  @Test
  void a_ground_is_chosen_written_down_and_chosen_for_the_page() {
    var choose = browser.get(path("/ground"));
    assertThat(choose.html().select("[name=code]").eachAttr("value"))
        .contains("THIRD_PARTY", "LEGAL_PRIVILEGE", "CRIME_TAX", "SELF_INCRIM", "NOT_ABOUT_YOU")
        .doesNotContain("IMMIGRATION", "HEALTH_NO_OPINION");
    var form = browser.get(path("/ground?code=THIRD_PARTY"));
    assertThat(form.text()).contains("deemed reasonable (para 17)", "The person will be told");
    assertThat(form.html().select("textarea")).hasSize(6).allMatch(it -> it.text().isEmpty());
    var review = browser.submit("main form", thirdParty(WORDS));
    assertThat(review.path()).isEqualTo(path(""));
    assertThat(review.html().select("#ground option[selected]").text())
        .isEqualTo("About another person: Notes, page 1 of 2");
    assertThat(written()).singleElement().extracting(Reliance::code).isEqualTo("THIRD_PARTY");
    assertThat(written().getFirst().reasons()).hasSize(6).containsEntry("jigsaw", WORDS);
    var withheld = browser.submit("main form.app-review__decision", Map.of("action", "withhold"));
    assertThat(withheld.status()).isEqualTo(200);
    assertThat(scene.outcome(at, page)).isInstanceOf(PageOutcome.Withheld.class);
    var shown = browser.get(exemptions() + "/grounds/" + written().getFirst().id());
    assertThat(shown.html().select("main").text()).contains(WORDS, "About another person");
    assertThat(browser.get(exemptions()).text()).contains("Other grounds written down");
  }

  @Test
  void blank_short_and_endless_answers_are_refused_in_words_and_kept() {
    browser.get(path("/ground?code=THIRD_PARTY"));
    var blank = browser.submit("main form", Map.of());
    assertThat(blank.status()).isEqualTo(422);
    assertThat(blank.html().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly(
            "#covers",
            "#reasons-kind",
            "#reasons-confidence",
            "#reasons-consent",
            "#reasons-capacity",
            "#reasons-refusal",
            "#reasons-jigsaw");
    var typed = thirdParty(WORDS);
    typed.put("reasons[kind]", "x");
    typed.put("reasons[jigsaw]", "x".repeat(1_000_000));
    var kept = browser.submit("main form", typed);
    assertThat(kept.status()).isEqualTo(422);
    assertThat(kept.html().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#reasons-kind", "#reasons-jigsaw");
    assertThat(kept.html().select("#reasons-kind").text()).isEqualTo("x");
    assertThat(kept.html().select("#reasons-jigsaw").text()).hasSize(1_000_000);
    assertThat(kept.html().select("#reasons-consent").text()).isEqualTo(WORDS);
    assertThat(kept.html().select("[name=covers][checked]").val()).isEqualTo("PAGE");
    assertThat(written()).isEmpty();
  }

  @Test
  void what_is_sent_twice_is_written_down_once() {
    var once = browser.standing();
    var form = once.get(path("/ground?code=NOT_ABOUT_YOU")).html();
    var fields = new HashMap<String, Object>(Map.of("covers", "RECORD"));
    fields.put("_csrf", form.select("[name=_csrf]").val());
    fields.put("reasons[subject]", WORDS);
    fields.put("reasons[reason]", WORDS);
    fields.put("reasons[other]", "Not asked for");
    for (int i = 0; i < 2; i++) {
      assertThat(once.post(path("/ground?code=NOT_ABOUT_YOU"), fields).status()).isEqualTo(302);
    }
    assertThat(written()).hasSize(1);
    assertThat(written().getFirst().covers(page.record().value(), page.record().value())).isTrue();
    assertThat(written().getFirst().reasons()).containsOnlyKeys("subject", "reason");
  }

  @Test
  void no_ground_is_written_down_that_is_not_open_nor_by_whoever_works_no_cases() {
    for (var code : List.of("IMMIGRATION", "HEALTH_NO_OPINION", "CONVENIENCE", "")) {
      assertThat(browser.get(path("/ground?code=" + code)).status()).as(code).isEqualTo(404);
    }
    var releaser = people.signedIn(Role.RELEASER);
    releaser.get(path("/ground?code=THIRD_PARTY"));
    assertThat(releaser.submit("main form", thirdParty(WORDS)).status()).isEqualTo(403);
    assertThat(browser.get(exemptions() + "/grounds/" + page.record()).status()).isEqualTo(404);
    assertThat(browser.get(exemptions() + "/health/known?item=" + at.search()).status())
        .isEqualTo(404);
    assertThat(written()).isEmpty();
  }

  @Test
  void a_record_is_tagged_and_its_opinions_are_recorded_and_refused_in_words() {
    browser.get("/staff/cases/" + at.reference() + "/records");
    var tagged = browser.submit("main form[action$=/health]", Map.of());
    assertThat(tagged.text()).contains("Holds health data");
    assertThat(browser.get(path("/ground")).html().select("[name=code]").eachAttr("value"))
        .contains("HEALTH_SERIOUS_HARM", "HEALTH_NO_OPINION", "HEALTH_EXPECTATION");
    browser.get(path("/ground?code=HEALTH_SERIOUS_HARM"));
    var refused = browser.submit("main form", answers("harm", "opinion", "extent"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.html().select(".govuk-error-summary").text())
        .contains("needs a health professional’s opinion");
    assertThat(refused.html().select("#reasons-harm").text()).isEqualTo(WORDS);
    browser.get(exemptions() + "/health/opinion?item=" + page.record());
    assertThat(browser.submit("main form", Map.of()).html().select(".govuk-error-summary a"))
        .hasSize(5);
    var old = browser.submit("main form", opinion(7));
    assertThat(old.status()).isEqualTo(409);
    assertThat(old.html().select(".govuk-error-summary").text()).contains("more than 6 months old");
    assertThat(old.html().select("#words").text()).isEqualTo(WORDS);
    assertThat(browser.submit("main form", opinion(1)).html().select("#health").text())
        .contains("would be likely to cause serious harm", "Dr Nerys Hughes");
    browser.get(path("/ground?code=HEALTH_SERIOUS_HARM"));
    assertThat(browser.submit("main form", answers("harm", "opinion", "extent")).path())
        .isEqualTo(path(""));
    browser.get(exemptions() + "/health/known?item=" + page.record());
    assertThat(browser.submit("main form", Map.of("reason", "x")).status()).isEqualTo(422);
    assertThat(browser.submit("main form", Map.of("reason", WORDS)).html().select("#health").text())
        .contains("The person has seen it or knows it", WORDS);
  }

  @Test
  void the_pages_are_in_welsh_too() {
    scene.tag(at, page);
    for (var path :
        List.of(
            path("/ground?lang=cy"),
            path("/ground?code=THIRD_PARTY&lang=cy"),
            path("?lang=cy"),
            exemptions() + "/health/opinion?lang=cy&item=" + page.record(),
            exemptions() + "/health/known?lang=cy&item=" + page.record(),
            exemptions() + "?lang=cy")) {
      var welsh = browser.get(path);
      assertThat(welsh.status()).as(path).isEqualTo(200);
      assertThat(welsh.html().select("html").attr("lang")).isEqualTo("cy");
      assertThat(welsh.text()).as(path).doesNotContain("??");
    }
  }

  @Test
  void a_page_with_two_hundred_marks_still_shows_its_picture_and_takes_no_more() {
    var ground = scene.relied(at, page, "THIRD_PARTY");
    var mark = new Mark(new Place(0.123456, 0.223456, 0.323456, 0.423456), ground).text();
    browser.get(path(""));
    var fields = new LinkedHashMap<String, Object>();
    fields.put("mark", java.util.Collections.nCopies(200, mark));
    fields.put("markGround", ground.choice());
    fields.put("line", "0");
    fields.put("action", "add");
    var full = browser.submit("main form.app-review__decision", fields);
    assertThat(full.html().select(".govuk-error-summary").text()).contains("200 places");
    var picture = full.html().select("#page-picture").attr("src");
    assertThat(browser.get(picture).header("Content-Type")).isEqualTo("image/png");
  }

  private Map<String, Object> thirdParty(String words) {
    var answers = new LinkedHashMap<String, Object>(Map.of("covers", "PAGE"));
    FACTORS.forEach(factor -> answers.put("reasons[" + factor + ']', words));
    return answers;
  }

  private static Map<String, Object> answers(String... fields) {
    var answers = new LinkedHashMap<String, Object>(Map.of("covers", "PAGE"));
    List.of(fields).forEach(field -> answers.put("reasons[" + field + ']', WORDS));
    return answers;
  }

  private Map<String, Object> opinion(int monthsAgo) {
    var given = days.today().minusMonths(monthsAgo);
    return Map.of(
        "professional",
        "Dr Nerys Hughes, psychiatrist",
        "registration",
        "GMC 1234567",
        "harm",
        "YES",
        "words",
        WORDS,
        "givenOn.day",
        given.getDayOfMonth(),
        "givenOn.month",
        given.getMonthValue(),
        "givenOn.year",
        given.getYear());
  }

  private List<Reliance> written() {
    CaseReference reference = at.reference();
    return scene.work(at, () -> reliances.of(reference));
  }

  private String path(String more) {
    return "/staff/cases/" + at.reference() + "/records/" + page.record() + "/pages/1" + more;
  }

  private String exemptions() {
    return "/staff/cases/" + at.reference() + "/exemptions";
  }
}
