package candour.requester.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.Arrival;
import candour.casework.CaseReference;
import candour.casework.CaseSummary;
import candour.casework.Casework;
import candour.casework.Channel;
import candour.casework.Purpose;
import candour.casework.clock.RuleVersion;
import candour.identity.Identity;
import candour.oversight.figures.Figures;
import candour.oversight.figures.Figures.Figure;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.MovableClock;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Samples;
import java.net.HttpCookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests that came by post, phone, e-mail or in person, and officers who enter them. */
@PortalTest
class EnteringTests {

  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired Identity identity;
  @Autowired People people;
  @Autowired Days days;
  @Autowired MovableClock clock;
  @Autowired Figures figures;

  private String email;
  private Officer officer;
  private Browser browser;

  @BeforeEach
  void a_letter_came() {
    email = UUID.randomUUID() + "@example.org";
    officer = samples.officer("Nesta Puw", Role.CASEWORKER);
    browser = people.signedIn(officer);
  }

  @Test
  void its_time_runs_from_the_day_it_came_and_the_gap_is_kept() {
    clock.set(LocalDate.of(2026, 3, 23).atTime(10, 0).atZone(Days.LONDON).toInstant());
    browser = people.signedIn(officer);
    var entered =
        enter(Entering.came("PAPER", LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 20)));
    assertThat(entered.heading()).isEqualTo("Request on record");
    assertThat(entered.text()).contains("due on 7 April 2026", "17 days passed");
    var summary = theCase();
    assertThat(summary.receivedOn()).isEqualTo(LocalDate.of(2026, 3, 3));
    assertThat(summary.channel()).isEqualTo(Channel.PAPER);
    var record =
        samples.as(officer.acting(), () -> casework.entered(summary.reference())).orElseThrow();
    assertThat(record.officerName()).isEqualTo("Nesta Puw");
    assertThat(record.arrived().gap()).isEqualTo(17);
    assertThat(record.on()).isEqualTo(LocalDate.of(2026, 3, 23));
    assertThat(browser.get("/staff/cases/" + summary.reference()).text())
        .contains(
            "On 20 March 2026, 17 days after it came",
            "Put on record by Nesta Puw on 23 March 2026");
    assertThat(samples.logged(summary.reference())).startsWith("request.received");
    assertThat(visits(summary.reference())).isOne();
    figures.rebuild();
    assertThat(figures.all())
        .contains(new Figure("recognised", LocalDate.of(2026, 3, 1), "LATER", 1));
  }

  @Test
  void the_law_of_the_day_it_came_counts_its_time_and_it_may_be_late_already() {
    var page = enter(Entering.came("EMAIL", LocalDate.of(2025, 11, 3), LocalDate.of(2025, 11, 3)));
    assertThat(page.text()).contains("The answer is overdue already");
    assertThat(theCase().isOverdueOn(days.today())).isTrue();
    assertThat(rules(theCase().reference())).isEqualTo(RuleVersion.SAR_TIME_V1.name());
  }

  @Test
  void the_person_is_told_the_way_it_came() {
    enter(Entering.came("PAPER", days.today(), days.today()));
    assertThat(new PostRoom(jdbc, seals, samples).to(email)).hasSize(1);
    assertThat(new PostRoom(jdbc, seals, samples).to(email).toString())
        .contains("/my-request/link")
        .doesNotContain("Winston", "SAR-", "request for", "data");
    var byPost = Map.<String, Object>of("email", email, "address", "1 High Street\nCardiff");
    browser.get("/staff/new-request");
    browser.submit("main form", Entering.came("PAPER", days.today(), days.today()));
    asking().with("how-to-reach-you", byPost).send();
    assertThat(new PostRoom(jdbc, seals, samples).to(email)).hasSize(1);
    assertThat(letters(theCase().reference())).isOne();
  }

  @Test
  void what_nobody_said_stays_open() {
    browser.get("/staff/new-request");
    browser.submit("main form", Entering.came("PHONE", days.today(), days.today()));
    asking().answerUntil("date-of-birth");
    browser.submit("main form", Map.of("unsaid", "true"));
    asking().answerUntil("showing-who-you-are");
    browser.submit("main form", Map.of("unsaid", "true"));
    assertThat(asking().answerAll().heading()).isEqualTo("Check what you have entered");
    assertThat(browser.page().text()).contains("Not said");
    assertThat(browser.submit("main form", Map.of()).heading()).isEqualTo("Request on record");
    var asked = samples.as(Acting.system(), () -> casework.asked(theCase().reference()));
    var born = samples.as(Acting.system(), () -> identity.subject(asked.subjectId())).born();
    assertThat(born.isUnknown()).isTrue();
  }

  @Test
  void no_page_leads_out_of_the_staff_door() {
    browser.get("/staff/new-request");
    browser.submit("main form", Entering.came("IN_PERSON", days.today(), days.today()));
    asking()
        .forClient("c@example.org")
        .looking(page -> {
          assertThat(page.path()).startsWith("/staff/new-request/");
          assertThat(page.html().select("[href^=/request/], [action^=/request/]")).isEmpty();
          assertThat(page.html().select(".app-case-header").text())
              .contains("A request made in person on");
        })
        .answerAll();
    assertThat(browser.page().heading()).isEqualTo("Check what you have entered");
  }

  @Test
  void days_that_cannot_be_are_refused_and_what_was_typed_stays() {
    for (var wrong :
        List.of(
            Entering.came("PAPER", days.today().plusDays(1), days.today().plusDays(1)),
            Entering.came("PAPER", days.today(), days.today().minusDays(1)),
            Entering.came("PAPER", Arrival.EARLIEST.minusDays(1), days.today()),
            Entering.came("ONLINE", days.today(), days.today()))) {
      browser.get("/staff/new-request");
      var page = browser.submit("main form", wrong);
      assertThat(page.status()).isEqualTo(422);
      assertThat(page.html().select("[name='received.year']").val())
          .isEqualTo(wrong.get("received.year"));
    }
  }

  @Test
  void how_it_came_can_be_corrected_until_it_is_on_record() {
    browser.get("/staff/new-request");
    browser.submit("main form", Entering.came("PAPER", days.today(), days.today()));
    asking().answerAll();
    browser.get(browser.page().html().expectFirst(".app-case-header a").attr("href"));
    var page =
        browser.submit(
            "main form", Entering.came("EMAIL", days.today().minusDays(3), days.today()));
    assertThat(page.heading()).isEqualTo("Check what you have entered");
    browser.submit("main form", Map.of());
    assertThat(theCase().receivedOn()).isEqualTo(days.today().minusDays(3));
    var again = browser.page().path().replace("/sent", "/received");
    assertThat(browser.get(again).path()).endsWith("/sent");
  }

  @Test
  void twenty_posts_at_once_make_one_request() throws Exception {
    browser.get("/staff/new-request");
    browser.submit("main form", Entering.came("PAPER", days.today(), days.today()));
    var check = asking().answerAll();
    var token = check.html().select("main form input[name=_csrf]").val();
    assertThat(Races.atOnce(20, () -> browser.post(check.path(), Map.of("_csrf", token))))
        .extracting(Browser.Page::path)
        .allMatch(path -> path.endsWith("/sent"));
    assertThat(new PostRoom(jdbc, seals, samples).to(email)).hasSize(1);
  }

  @Test
  void what_one_officer_has_begun_no_other_and_no_visitor_sees() {
    browser.get("/staff/new-request");
    browser.submit("main form", Entering.came("PAPER", days.today(), days.today()));
    asking().answerUntil("why");
    var path = browser.page().path();
    assertThat(browser.get("/staff/new-request").text()).contains("Winston Clarke");
    var other = people.signedIn(Role.CASEWORKER);
    assertThat(other.get(path).status()).isEqualTo(404);
    assertThat(other.get("/staff/new-request").text()).doesNotContain("Winston Clarke");
    assertThat(people.signedIn(Role.RELEASER).get(path).status()).isEqualTo(403);
    assertThat(people.signedIn(Role.RELEASER).get("/staff/new-request").status()).isEqualTo(403);
    var visitor = people.visitor();
    assertThat(visitor.get(path).path()).isEqualTo("/staff/sign-in");
    var id = path.split("/")[3];
    visitor.cookies().getCookieStore().add(null, new HttpCookie(Gate.COOKIE, id));
    assertThat(visitor.get("/request/why").path()).isEqualTo("/request/who-for");
  }

  @Test
  void nobody_enters_their_own_request() {
    var own = samples.officer("winston  CLARKE", Role.CASEWORKER);
    browser = people.signedIn(own);
    var page = enter(Entering.came("PAPER", days.today(), days.today()));
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.text()).contains("Another officer must put it on record.");
  }

  @Test
  void the_database_knows_who_entered_it_and_when() {
    var request = samples.as(Acting.visitor(null), samples::register);
    var asked = Samples.request(request, Purpose.LEGAL);
    assertThatThrownBy(() -> samples.as(officer.acting(), () -> casework.open(asked)))
        .as("an officer opens nothing in nobody's name")
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() ->
            samples.as(
                officer.acting(),
                () -> casework.enter(asked, new Arrival(days.today(), days.today()), officer)))
        .as("what came online is not entered")
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.rule()).isEqualTo("entered-by-an-officer"));
  }

  private Browser.Page enter(Map<String, Object> came) {
    browser.get("/staff/new-request");
    browser.submit("main form", came);
    return asking().send();
  }

  private Asking asking() {
    return new Asking(browser, email).enteredAt(browser.page().path());
  }

  private CaseSummary theCase() {
    var number = browser.page().html().select(".govuk-panel strong").text();
    return samples.as(
        officer.acting(), () -> casework.summary(casework.numbered(number).orElseThrow()));
  }

  private long letters(CaseReference reference) {
    return count("select count(*) from notifications.letter where case_id = :case", reference);
  }

  private long visits(CaseReference reference) {
    return count("select count(*) from casework.visit where case_id = :case", reference);
  }

  private long count(String sql, CaseReference reference) {
    return samples.as(
        Acting.system(),
        () -> jdbc.sql(sql).param("case", reference.value()).query(Long.class).single());
  }

  private String rules(CaseReference reference) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select rule_version from casework.request where case_id = :case")
                .param("case", reference.value())
                .query((row, _) -> row.getString(1))
                .single());
  }
}
