package candour.requester.journey;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Extent;
import candour.casework.Want;
import candour.identity.Clue;
import candour.identity.Identity;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.requester.Asking;
import candour.support.Browser;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What others ask of their public forms, of ours: the payload of Request Personal Information
 * (Ministry of Justice), and what the subject access service of HMPPS takes and refuses.
 */
@PortalTest
class PeersAskingTests {

  private static final String NAME = "Zoë O’Brien-Świątek محمد";

  @LocalServerPort int port;
  @Autowired Samples samples;
  @Autowired People people;
  @Autowired Casework casework;
  @Autowired Identity identity;

  private Browser browser;
  private Asking asking;

  @BeforeEach
  void somebodyAsks() {
    browser = new Browser(port);
    asking =
        new Asking(browser, UUID.randomUUID() + "@example.org")
            .with("your-name", Map.of("fullName", NAME, "otherNames", "張偉"))
            .with(
                "date-of-birth",
                Map.of(
                    "known",
                    "ALL_OR_PART",
                    "date.day",
                    "27",
                    "date.month",
                    "4",
                    "date.year",
                    "1998"))
            .with("what-you-want", Map.of("extent", "FILES", "words", "HMP Fosse Way"))
            .with("which-records", Map.of("wants", List.of("DETENTION", "HEALTH_IN_DETENTION")))
            .with("period", Map.of("span", "PART", "from", "10 Mar 2010", "until", "20 May 2012"))
            .with(
                "urgent",
                Map.of("reason", "COURT_OR_APPEAL", "when", "14 May", "words", "Leicester court"))
            .withAllClues()
            .with("reference-numbers", Map.of("others", "ABC123"))
            .with(
                "addresses",
                Map.of("words", "Leicester 12 Jan 2014–2 Nov 2020\n1 High Street Paignton"));
  }

  @Test
  void every_value_reaches_the_case_and_whoever_works_on_it() {
    var check = asking.answerAll();
    assertThat(check.text())
        .contains(NAME, "張偉", "27 April 1998", "HMP Fosse Way", "10 Mar 2010", "20 May 2012")
        .contains("ABC123", "J 90210", "SS Ascania", "March 1962 (day not recorded)")
        .contains("Leicester 12 Jan 2014–2 Nov 2020", "about 1961");
    browser.submit("main form", Map.of());
    assertThat(asking.number()).startsWith("SAR-");
    var asked = samples.as(Acting.system(), () -> casework.asked(theCase()));
    assertThat(asked.subjectName()).isEqualTo(NAME);
    assertThat(asked.sought().extent()).isEqualTo(Extent.FILES);
    assertThat(asked.sought().wants())
        .containsExactlyInAnyOrder(Want.DETENTION, Want.HEALTH_IN_DETENTION);
    assertThat(samples.as(Acting.system(), () -> identity.clues(asked.requesterId())))
        .hasSize(5)
        .contains(
            new Clue.Reference(Clue.Reference.Of.OTHER, "ABC123"),
            new Clue.Addresses("Leicester 12 Jan 2014–2 Nov 2020\n1 High Street Paignton"));
    officersSeeIt();
  }

  private void officersSeeIt() {
    var officer = people.signedIn(Role.CASEWORKER);
    var overview = officer.get("/staff/cases/" + theCase()).html().text();
    assertThat(overview)
        .contains(NAME, "張偉", "HMP Fosse Way", "Health in detention", "ABC123", "A parent’s")
        .contains("March 1962 (day not recorded)", "about 1961", "1 High Street Paignton")
        .contains("Urgent, as they said A court, tribunal or appeal date 14 May Leicester court");
    assertThat(officer.get("/staff/cases/" + theCase() + "/searches").text())
        .contains("ABC123", "SS Ascania");
    officer.get("/staff/worklist");
    var found = officer.submit("main form", Map.of("sought", "abc 123 zoe swiatek"));
    assertThat(found.text()).as("all words must fit").doesNotContain(asking.number());
    found = officer.submit("main form", Map.of("sought", "ABC123 obrien 張偉"));
    assertThat(found.text()).contains(asking.number(), NAME, "27 April 1998; 張偉");
  }

  @Test
  void named_documents_alone_and_disclosures_alone_are_full_requests() {
    asking
        .with("what-you-want", Map.of("extent", "NAMED_DOCUMENTS"))
        .with("which-documents", Map.of("first", " ", "third", "Interview record, 1998"))
        .send();
    assertThat(samples.as(Acting.system(), () -> casework.asked(theCase())).sought().documents())
        .containsExactly("Interview record, 1998");
    browser = new Browser(port);
    asking =
        new Asking(browser, "b@example.org").with("what-you-want", Map.of("extent", "DISCLOSURES"));
    assertThat(asking.answerAll().text()).contains("Only what was disclosed to others");
    browser.submit("main form", Map.of());
    var sought = samples.as(Acting.system(), () -> casework.asked(theCase())).sought();
    assertThat(sought.extent()).isEqualTo(Extent.DISCLOSURES);
    assertThat(sought.periodFrom()).isEmpty();
    assertThat(people.signedIn(Role.CASEWORKER).get("/staff/cases/" + theCase()).text())
        .contains("Only what was disclosed about them")
        .doesNotContain("From what time");
  }

  @Test
  void nothing_chosen_and_nothing_named_is_asked_again() {
    asking.answerUntil("what-you-want");
    assertThat(browser.submit("main form", Map.of()).html().select("#extent-error").text())
        .contains("Choose how much");
    browser.submit("main form", Map.of("extent", "FILES"));
    assertThat(browser.submit("main form", Map.of()).html().select("#wants-error").text())
        .contains("Choose the files you want");
    browser.get("/request/what-you-want");
    browser.submit("main form", Map.of("extent", "NAMED_DOCUMENTS"));
    assertThat(
            browser.submit("main form", Map.of("second", " ")).html().select("#first-error").text())
        .contains("Name at least one document");
  }

  /** A date that may be left out may not be wrong. */
  @ParameterizedTest
  @CsvSource({
    "'', '', '', true",
    "01, 02, 2002, true",
    "1, 1, '', false",
    "test, '', '', false",
    "01, 13, 2022, false",
    "32, 01, 2022, false",
    "30, 02, 2023, false",
    "a, 01, 2022, false",
    "01, a, 2022, false",
    "01, 01, a, false",
    "01, 01, 2150, false"
  })
  void a_date_from_long_ago(String day, String month, String year, boolean taken) {
    asking.answerUntil("arrival");
    var page =
        browser.submit(
            "main form",
            Map.of("first.date.day", day, "first.date.month", month, "first.date.year", year));
    assertThat(page.path()).isEqualTo("/request/" + (taken ? "addresses" : "arrival"));
    assertThat(page.status()).isEqualTo(taken ? 200 : 422);
    if (!taken) {
      assertThat(page.html().select("[name=first.date.day]").val()).isEqualTo(day);
      assertThat(page.html().select(".govuk-error-summary a")).isNotEmpty();
    }
  }

  /** Whatever stands on old papers is taken as it is; only what is far too long is not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A1234BC",
        "a1234bc",
        " A1234BC",
        "A123456",
        "Z098765 ",
        "A1234B",
        "a1234bcd",
        "z987a6Y",
        "A123 4BC",
        "-A12345",
        "invalidReferenceTooLong"
      })
  void no_number_on_a_paper_is_told_to_be_wrong(String number) {
    asking.answerUntil("reference-numbers");
    assertThat(browser.submit("main form", Map.of("homeOffice", number)).path())
        .isEqualTo("/request/passports");
    assertThat(browser.get("/request/reference-numbers").html().select("#homeOffice").val())
        .isEqualTo(number.strip());
    var long_ = browser.submit("main form", Map.of("homeOffice", "9".repeat(201)));
    assertThat(long_.html().select("#homeOffice-error").text()).contains("200 characters");
  }

  private CaseReference theCase() {
    return samples.numbered(asking.number());
  }
}
