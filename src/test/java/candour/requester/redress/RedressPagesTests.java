package candour.requester.redress;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Complaint;
import candour.casework.Complaints;
import candour.casework.Correction;
import candour.casework.Corrections;
import candour.casework.Listed.Place;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Officer.Role;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.Browser.Page;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who is not content, from the first page to what an officer decided. */
@PortalTest
class RedressPagesTests {

  private static final String WORDS = "<img src=x onerror=alert(1)>\n${7*7} ' OR 1=1--";
  private static final String REASONS = "You waited longer than the law allows. We are sorry.";

  @Autowired People people;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired Days days;
  @Autowired Complaints complaints;
  @Autowired Corrections corrections;

  private Browser browser;
  private CaseReference reference;

  @BeforeEach
  void open() {
    browser = people.visitor();
    var email = UUID.randomUUID() + "@example.org";
    var asking = new Asking(browser, email);
    asking.send();
    var number = asking.number();
    reference = samples.numbered(number);
    browser.get(new PostRoom(jdbc, seals, samples).link(email));
    browser.submit("main form", Map.of());
  }

  @Test
  void a_complaint_is_asked_page_by_page_checked_changed_and_sent_once() {
    assertThat(browser.get("/my-request/not-happy").text())
        .contains("section 164A", "section 165", "section 167", "Lunar House", "0300 000 0000");
    assertThat(browser.get("/my-request/not-happy?lang=cy").heading()).contains("fodlon");
    browser.get("/my-request/complaint?lang=en");
    assertThat(submit(Map.of()).status()).isEqualTo(422);
    assertThat(submit(Map.of("about", List.of("OTHER", "LATE"))).heading()).contains("tell us");
    assertThat(submit(Map.of("words", " ")).status())
        .as("another matter needs words")
        .isEqualTo(422);
    var long20 = "x".repeat(20_001);
    assertThat(submit(Map.of("words", long20)).html().select("#words").val()).isEqualTo(long20);
    var check = submit(Map.of("words", WORDS));
    assertThat(check.heading()).isEqualTo("Check your complaint");
    assertThat(check.html().select("main img")).isEmpty();
    submit(Map.of("change", "ABOUT"));
    assertThat(browser.page().html().select("input[checked]").eachAttr("value"))
        .containsExactlyInAnyOrder("LATE", "OTHER");
    submit(Map.of("about", List.of("LATE")));
    assertThat(browser.page().html().select("#words").val().replace("\r", "")).isEqualTo(WORDS);
    submit(Map.of());
    var again = browser.page();
    var sent = submit(Map.of());
    assertThat(sent.heading()).isEqualTo("Your complaint is with us");
    assertThat(sent.text()).contains("We have it and are looking into it.");
    assertThat(browser.post("/my-request/complaint", hidden(again)).path())
        .as("sent twice")
        .isEqualTo(sent.path());
    assertThat(all()).hasSize(1);
    assertThat(browser.get("/my-request").text()).contains("We have it and are looking into it.");
  }

  @Test
  void officers_work_on_it_and_the_person_reads_what_they_decide() {
    browser.get("/my-request/complaint");
    submit(Map.of("about", List.of("LATE")));
    submit(Map.of("words", WORDS));
    submit(Map.of());
    var path = "/staff/cases/" + reference + "/complaints/" + all().getFirst().id();
    var caseworker = people.signedIn(Role.CASEWORKER);
    assertThat(caseworker.get("/staff/complaints").status()).isEqualTo(200);
    assertThat(
            caseworker
                .get("/staff/complaints?after=" + before())
                .html()
                .select("table a")
                .attr("href"))
        .isEqualTo(path);
    assertThat(
            caseworker.get("/staff/cases/" + reference + "/complaints").html().select("main img"))
        .isEmpty();
    caseworker.get(path);
    assertThat(caseworker.submit("main form", Map.of("words", "short")).status()).isEqualTo(422);
    caseworker.get(path);
    assertThat(caseworker.submit("main form", Map.of("words", "We read your file.")).text())
        .contains("An email without any content tells them to look.");
    assertThat(caseworker.get(path).html().select("a[href$=decide]")).isEmpty();
    assertThat(caseworker.get(path + "/decide").path()).isEqualTo(path);
    var late = people.signedIn(Role.SENIOR);
    late.get(path + "/decide");
    var senior = people.signedIn(Role.SENIOR);
    senior.get(path + "/decide");
    assertThat(senior.submit("main form", Map.of("outcome", "UPHELD")).status()).isEqualTo(422);
    assertThat(senior.submit("main form", decision()).path()).isEqualTo(path);
    assertThat(senior.page().html().select("main form")).isEmpty();
    assertThat(senior.get(path + "/decide").path()).isEqualTo(path);
    assertThat(late.submit("main form", decision()).status()).as("decided once").isEqualTo(422);
    assertThat(browser.get("/my-request").text()).contains("Decided: you were right.");
    assertThat(browser.get("/my-request/complaints/" + all().getFirst().id()).text())
        .contains("We read your file.", REASONS, "section 165");
    assertThat(browser.get("/my-request/complaints/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  void a_complaint_by_post_is_recorded_with_its_day() {
    var caseworker = people.signedIn(Role.CASEWORKER);
    var path = "/staff/cases/" + reference + "/complaints/new";
    caseworker.get(path);
    var bad =
        caseworker.submit("main form", Map.of("words", WORDS, "on.day", "31", "on.month", "2"));
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.html().select("#words").val()).isEqualTo(WORDS);
    assertThat(bad.html().select(".govuk-error-summary li")).hasSize(3);
    var today = days.today();
    assertThat(
            caseworker
                .submit(
                    "main form",
                    Map.of(
                        "about", List.of("WITHHELD"),
                        "channel", "PAPER",
                        "on.day", "" + today.getDayOfMonth(),
                        "on.month", "" + today.getMonthValue(),
                        "on.year", "" + today.getYear()))
                .path())
        .isEqualTo("/staff/cases/" + reference + "/complaints");
    assertThat(all().getFirst().state()).isEqualTo(Complaint.State.ACKNOWLEDGED);
  }

  @Test
  void what_is_not_right_is_said_ruled_on_and_told() {
    browser.get("/my-request/not-right?which=" + UUID.randomUUID());
    assertThat(submit(Map.of("which", UUID.randomUUID().toString())).status())
        .as("a disclosure of somebody else")
        .isEqualTo(422);
    submit(Map.of("which", "RECORDS"));
    assertThat(submit(Map.of("shouldBe", "1962")).html().select(".govuk-error-summary li"))
        .hasSize(2);
    submit(Map.of("problem", "NOT_ME", "wrong", WORDS));
    assertThat(browser.page().text()).contains("It is not about me", "1962");
    submit(Map.of("change", "WHAT"));
    submit(Map.of("wrong", "That is my brother."));
    assertThat(submit(Map.of()).heading()).isEqualTo("We have what you told us");
    var asked = mine().getFirst();
    assertThat(asked.asked().notAboutMe()).isTrue();
    var caseworker = people.signedIn(Role.CASEWORKER);
    caseworker.get("/staff/complaints?show=CORRECTION");
    var path = "/staff/cases/" + reference + "/corrections/" + asked.id();
    caseworker.get(path + "/extend");
    assertThat(caseworker.submit("main form", Map.of("reasons", REASONS)).status()).isEqualTo(422);
    caseworker.submit("main form", Map.of("ground", "COMPLEXITY", "reasons", REASONS));
    assertThat(caseworker.get(path).html().select("main a[href$=extend]")).isEmpty();
    assertThat(browser.get("/my-request/corrections/" + asked.id()).text())
        .contains("Why it takes longer", "We must answer by", "What you ask is complex.", REASONS);
    caseworker.get(path);
    assertThat(caseworker.submit("main form", Map.of("ruling", "CORRECTED")).status())
        .isEqualTo(422);
    var ruled = caseworker.submit("main form", Map.of("ruling", "CORRECTED", "reasons", REASONS));
    assertThat(ruled.html().select("main [name=ruling]")).isEmpty();
    assertThat(browser.get("/my-request").text()).contains("We put it right.");
    assertThat(browser.get("/my-request/corrections/" + asked.id()).text())
        .contains("What we decided", REASONS)
        .doesNotContain("We must answer by", "Why it takes longer");
  }

  /** The place in the list right before this complaint. */
  private Place before() {
    var id = all().getFirst().id();
    var earlier = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
    return new Place(true, days.today(), earlier);
  }

  private static Map<String, Object> decision() {
    return Map.of("outcome", "UPHELD", "reasons", REASONS);
  }

  private Page submit(Map<String, ?> fields) {
    return browser.submit("main form", fields);
  }

  private static Map<String, Object> hidden(Page page) {
    var fields = new LinkedHashMap<String, Object>();
    page.html()
        .select("main form input[type=hidden]")
        .forEach(field -> fields.put(field.attr("name"), field.val()));
    return fields;
  }

  private List<Complaint> all() {
    return Acting.system().call(() -> complaints.of(reference));
  }

  private List<Correction> mine() {
    return Acting.system().call(() -> corrections.of(reference));
  }
}
