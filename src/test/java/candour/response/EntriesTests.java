package candour.response;

import static candour.response.ResponsesTests.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Purpose;
import candour.identity.Registered;
import candour.oversight.figures.Figures;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer.Role;
import candour.response.Answering.Three;
import candour.response.Entries.Because;
import candour.support.Browser;
import candour.support.PdfText;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.SampleDisclosures;
import candour.support.Samples;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An entry of the ledger that is kept from the person, on the ground that the register has. */
@PortalTest
class EntriesTests {

  private static final String WORDS = "Mae'r <b>enw</b> hwn yn dangos pwy yw rhywun arall; ${7*7}.";
  private static final String TOLD =
      "It is about another person, and it is not reasonable to show it without their consent.";

  @Autowired Answering answering;
  @Autowired Entries entries;
  @Autowired Responses responses;
  @Autowired SampleDisclosures disclosures;
  @Autowired Casework casework;
  @Autowired Figures figures;
  @Autowired Samples samples;
  @Autowired People people;
  @Autowired JdbcClient jdbc;

  private Three by;
  private CaseReference reference;
  private UUID entry;
  private Browser browser;

  @BeforeEach
  void shown_to_the_person() {
    by = answering.officers();
    reference = answering.ready(by).reference();
    entry = disclosures.shown(reference, SampleDisclosures.REJECTED);
    browser = people.signedIn(by.caseworker());
  }

  @Test
  void what_is_kept_back_leaves_the_list_and_the_answer_and_both_say_why_until_it_is_shown() {
    var before = relied();
    assertThat(seen()).hasSize(1);
    keepBack("THIRD_PARTY");
    assertThat(browser.page().html().text()).contains("Kept back by " + by.caseworker().name());
    assertThat(seen()).isEmpty();
    assertThat(told()).containsExactly(TOLD);
    assertThat(pack())
        .contains("An entry of the list of who asked for data about you", TOLD)
        .doesNotContain("NHS Digital");
    assertThat(relied()).isEqualTo(before + 1);

    browser.submit("form[action$=/show]", Map.of());
    assertThat(seen()).hasSize(1);
    assertThat(told()).isEmpty();
    assertThat(pack()).contains("NHS Digital");
  }

  @Test
  void what_one_case_of_the_person_keeps_back_is_seen_and_shown_from_another() {
    keepBack("CRIME_TAX");
    var other = again();
    browser.get("/staff/cases/" + other + "/disclosures/" + entry + "/ground");
    var reading = browser.page().html().select("main .govuk-inset-text a").attr("href");
    assertThat(reading).contains(reference.toString());
    assertThat(browser.get(reading).status()).isEqualTo(200);
    browser.get("/staff/cases/" + other + "/disclosures/" + entry + "/ground");
    browser.submit("form[action$=/show]", Map.of());
    assertThat(browser.page().html().select("main .govuk-inset-text")).isEmpty();
    assertThat(seen()).hasSize(1);
  }

  /** The same person asks once more. */
  private CaseReference again() {
    var facts = samples.as(Acting.system(), () -> casework.facts(reference));
    var who = new Registered(facts.subjectId(), facts.requesterId());
    return samples.as(
        Acting.visitor(null), () -> casework.open(Samples.request(who, Purpose.CHECK)).reference());
  }

  @Test
  void each_field_is_asked_for_and_what_was_typed_is_kept() {
    browser.get(path() + "?code=THIRD_PARTY");
    var fields = fields();
    assertThat(fields).hasSize(6);
    assertThat(browser.page().html().select("textarea").eachText()).allMatch(String::isEmpty);
    for (var wrong : List.of("", "x", "w".repeat(20_001))) {
      var typed = new HashMap<String, Object>(filled(fields));
      typed.put(fields.getFirst(), wrong);
      var page = browser.submit("main form", typed);
      assertThat(page.status()).isEqualTo(422);
      assertThat(page.html().select(".govuk-error-summary a")).hasSize(1);
      assertThat(page.html().select("textarea").get(1).wholeText().strip()).isEqualTo(WORDS);
      assertThat(page.html().select("main b, main textarea b")).isEmpty();
    }
    assertThat(browser.get(path() + "?code=IMMIGRATION").status()).isEqualTo(404);
    assertThat(browser.get(path() + "?code=HEALTH_SERIOUS_HARM").status()).isEqualTo(404);
    assertThat(
            browser.get(path().replace(entry.toString(), Identifiers.next().toString())).status())
        .isEqualTo(404);
    var releaser = people.signedIn(Role.RELEASER);
    releaser.get(path());
    assertThat(releaser.submit("form[action$=/determination]", Map.of()).status()).isEqualTo(403);
  }

  @Test
  void an_immigration_decision_is_about_the_entry_alone_and_it_is_one_thing_to_decide_on() {
    for (int i = 0; i < 2; i++) {
      browser.get(path());
      browser.submit("form[action$=/determination]", Map.of());
      assertThat(browser.page().path()).endsWith("/exemptions/propose");
      assertThat(browser.page().html().text()).contains("Home Office, 1 June 2018");
    }
    assertThat(count("exemptions.item where kind = 'DISCLOSURE' and case_id = ?")).isEqualTo(1);
    assertThat(samples.logged(reference)).containsOnlyOnce("entry.considered");
  }

  @Test
  void officers_are_told_that_an_entry_is_kept_back_and_cannot_take_it_for_one_that_is_shown() {
    var list = "/staff/cases/" + reference + "/disclosures";
    var correct = "/staff/cases/" + reference + "/corrections/new";
    assertThat(browser.get(list).html().select("main").text())
        .contains("Shown to them")
        .doesNotContain("Kept back");
    assertThat(browser.get(correct).text()).contains(entry.toString());
    keepBack("CRIME_TAX");
    assertThat(browser.get(list).html().select("main").text())
        .contains("Kept back from the person")
        .doesNotContain("Shown to them");
    assertThat(browser.get(correct).text()).doesNotContain(entry.toString());
  }

  @Test
  void the_same_twice_is_one_decision_and_nothing_is_kept_back_after_the_answer() {
    keepBack("CRIME_TAX");
    keepBack("CRIME_TAX");
    assertThat(count("response.entry_decision where case_id = ?")).isEqualTo(1);
    entries(it -> it.show(reference, entry, by.caseworker()));
    answering.released(reference, by);
    refused(
        "case-is-answered",
        () ->
            entries(it ->
                it.keepBack(
                    reference,
                    entry,
                    "An entry",
                    new Because("NEGOTIATION", negotiation(), EntryExtent.WHOLE),
                    by.caseworker())));
  }

  @Test
  void no_entry_is_kept_back_on_a_ground_that_was_written_down_for_another_thing() {
    keepBack("CRIME_TAX");
    var other = Identifiers.next();
    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(() -> decide(other, "CRIME_TAX"));
    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(() -> decide(entry, "THIRD_PARTY"));
  }

  private void decide(UUID on, String ground) {
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    """
                    insert into response.entry_decision (decision_id, case_id, entry_id, reliance_id, ground, extent, decided_by, decided_on)
                    select ?, case_id, ?, reliance_id, ?, extent, decided_by, decided_on from response.entry_decision where case_id = ?
                    """)
                .params(List.of(Identifiers.next(), on, ground, reference.value()))
                .update());
  }

  private void keepBack(String code) {
    browser.get(path() + "?code=" + code);
    browser.submit("main form", filled(fields()));
    assertThat(browser.page().status()).isEqualTo(200);
  }

  private List<String> fields() {
    return browser.page().html().select("main textarea").eachAttr("name");
  }

  private static Map<String, Object> filled(List<String> fields) {
    var filled = new HashMap<String, Object>(Map.of("extent", EntryExtent.WHOLE));
    fields.forEach(field -> filled.put(field, WORDS));
    return filled;
  }

  private static Map<String, String> negotiation() {
    return Map.of("negotiations", WORDS, "prejudice", WORDS);
  }

  private void entries(Consumer<Entries> work) {
    by.caseworker().acting().run(() -> work.accept(entries));
  }

  private List<DisclosureAboutMe> seen() {
    return samples.holderOf(reference).acting().call(() -> responses.disclosuresAbout(reference));
  }

  private List<String> told() {
    return samples
        .holderOf(reference)
        .acting()
        .call(() -> responses.keptBackFrom(reference, Locale.ENGLISH));
  }

  private String pack() {
    var pack = answering.prepare(reference, by.caseworker());
    return PdfText.of(answering.pdf(reference, pack, by.caseworker()));
  }

  private long relied() {
    figures.rebuild();
    return figures.all().stream()
        .filter(it -> it.measure().equals("relied") && it.split().equals("THIRD_PARTY"))
        .mapToLong(Figures.Figure::n)
        .sum();
  }

  private long count(String of) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select count(*) from " + of)
                .param(reference.value())
                .query(Long.class)
                .single());
  }

  private String path() {
    return "/staff/cases/" + reference + "/disclosures/" + entry + "/ground";
  }
}
