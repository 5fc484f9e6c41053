package candour.requester.journey;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candour.casework.AnswerBy;
import candour.casework.Casework;
import candour.casework.IdentityChecks;
import candour.identity.AuthorityToAct.Understanding;
import candour.identity.Capacity;
import candour.identity.Identity;
import candour.identity.Regulator;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.requester.Asking;
import candour.response.Answering;
import candour.support.Browser;
import candour.support.Browser.Page;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking for a child, a client, a friend or the dead, page by page. */
@PortalTest
class AskingForOthersTests {

  @LocalServerPort private int port;
  @Autowired private Samples samples;
  @Autowired private Casework casework;
  @Autowired private Identity identity;
  @Autowired private JdbcClient jdbc;
  @Autowired private People people;
  @Autowired private IdentityChecks checks;
  @Autowired private Answering answering;

  private Browser browser = new Browser(0);
  private Asking asking = new Asking(browser, "");

  @BeforeEach
  void a_visitor() {
    browser = new Browser(port);
    asking = new Asking(browser, UUID.randomUUID() + "@example.org");
  }

  @Test
  void an_adviser_is_on_record_with_register_client_and_authority() {
    asking.forClient("client@example.org").send();
    var requester = requester();
    var who = requireNonNull(requester.representative());
    assertThat(who.regulator()).isEqualTo(Regulator.SOLICITORS_REGULATION_AUTHORITY);
    assertThat(who.regulatorNumber()).isEqualTo("612345");
    assertThat(
            samples.as(Acting.system(), () -> identity.subject(requester.subjectId())).fullName())
        .isEqualTo("Winston Clarke");
    assertThat(authority("capacity || ' ' || basis || ' ' || scope || ' ' || subject_email"))
        .isEqualTo("ADVISER SIGNED_LETTER RECEIVE client@example.org");
    assertThat(authority("(ends_on - starts_on)::text")).isIn("365", "366");
  }

  @Test
  void pages_are_worded_for_whom_the_records_are_about() {
    browser.get("/request/who-for");
    answer(Map.of("capacity", "PARENT"));
    answer(Map.of("fullName", "Ada Clarke", "relation", "his mother"));
    answer(Map.of("understanding", "AGREES", "twelveInScotland", "false"));
    answer(Map.of("basis", "PARENTAL_RESPONSIBILITY", "scope", "RECEIVE"));
    var name = answer(Map.of("known", "NO_WAY", "words", "He lives with me"));
    assertThat(name.html().title()).startsWith("What is your child’s name?");
    browser.get("/request/your-name?lang=cy");
    assertThat(browser.page().html().title()).startsWith("Beth yw enw eich plentyn?");
  }

  @Test
  void a_parent_of_a_child_who_decides_alone_says_why_and_an_adult_is_no_child() {
    browser.get("/request/who-for");
    answer(Map.of("capacity", "PARENT"));
    answer(Map.of("fullName", "Ada Clarke", "relation", "his mother"));
    var child =
        Map.<String, Object>of("understanding", "DOES_NOT_UNDERSTAND", "twelveInScotland", "true");
    assertThat(answer(child).html().select("#words-error").text()).contains("Say why you ask");
    answer(
        Map.of(
            "understanding",
            "DOES_NOT_UNDERSTAND",
            "twelveInScotland",
            "true",
            "words",
            "He was hurt."));
    assertThat(browser.page().html().select("[name=scope]")).isEmpty();
    answer(Map.of("basis", "PARENTAL_RESPONSIBILITY"));
    answer(Map.of("fullName", "Winston Clarke"));
    var adult = answer(Map.of("known", "ALL_OR_PART", "date.year", "1962"));
    assertThat(adult.text()).contains("Your child is 18 or over");
    assertThat(
            answer(
                    Map.of(
                        "known",
                        "ALL_OR_PART",
                        "date.year",
                        "" + (Days.of(Instant.now()).getYear() - 13)))
                .path())
        .isEqualTo("/request/what-you-want");
  }

  @Test
  void the_way_to_the_person_is_not_the_way_to_whoever_asks() {
    asking
        .forClient("same@example.org")
        .with("how-to-reach-you", Map.of("email", "Same@Example.org"));
    assertThat(asking.answerAll().text()).contains("You gave this as a way to reach the person");
  }

  @Test
  void an_authority_that_is_over_not_begun_or_no_date_is_shown_at_its_boxes() {
    browser.get("/request/who-for");
    answer(Map.of("capacity", "ADVISER"));
    assertThat(answer(Map.of("fullName", "Jo")).html().select(".govuk-error-summary a")).hasSize(3);
    answer(
        Map.of("fullName", "Jo", "firm", "F", "number", "1", "regulator", "BAR_STANDARDS_BOARD"));
    assertThat(authorityPage("ends", "1", "2020")).contains("That day has passed");
    assertThat(authorityPage("starts", "1", "2090")).contains("must have begun already");
    assertThat(authorityPage("ends", "31", "2090")).contains("leave all three empty");
    assertThat(answer(Map.of("basis", "WILL", "scope", "FOLLOW")).text())
        .contains("Choose what allows you to ask");
    var unread = answer(Map.of("basis", "NO_SUCH", "scope", "", "ends.day", "31")).html();
    assertThat(unread.select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#basis", "#scope");
    assertThat(unread.select("#ends-day").val()).isEqualTo("31");
  }

  private String authorityPage(String field, String day, String year) {
    return answer(
            Map.of(
                "basis",
                "SIGNED_LETTER",
                "scope",
                "FOLLOW",
                field + ".day",
                day,
                field + ".month",
                "2",
                field + ".year",
                year))
        .text();
  }

  @Test
  void whoever_has_a_telephone_alone_is_rung_and_nothing_is_posted_to_a_number() {
    asking
        .forClient("")
        .with("reaching-them", Map.of("known", "A_WAY", "phone", "01632 960 002"))
        .send();
    var delivery =
        samples.as(
            Acting.system(),
            () ->
                jdbc.sql(
                        """
                        select delivery from notifications.letter join casework.request using (case_id)
                        where number = :number and template = 'asked-for-you'
                        """)
                    .param("number", asking.number())
                    .query((row, _) -> row.getString(1))
                    .single());
    assertThat(delivery).isEqualTo("TELL");
  }

  @Test
  void whoever_asks_for_the_dead_names_nobody_to_tell() {
    asking
        .with("who-for", Map.of("capacity", "EXECUTOR"))
        .with("about-you", Map.of("fullName", "Ada Clarke", "relation", "his daughter"))
        .with("your-authority", Map.of("basis", "PROBATE"))
        .send();
    assertThat(requester().capacity()).isEqualTo(Capacity.EXECUTOR);
    assertThat(authority("scope || coalesce(subject_email, '-')")).isEqualTo("RECEIVE-");
  }

  @Test
  void nothing_about_the_dead_is_due_by_law_or_kept_back_for_immigration_control() {
    var check =
        asking
            .with("who-for", Map.of("capacity", "EXECUTOR"))
            .with("about-you", Map.of("fullName", "Ada Clarke", "relation", "his daughter"))
            .with("your-authority", Map.of("basis", "WILL"))
            .with("why", Map.of("purpose", "APPLICATION"))
            .looking(page -> assertThat(page.text()).doesNotContain("The law gives us"))
            .answerAll();
    assertThat(check.text())
        .contains("No law sets a time for an answer about somebody who has died");
    assertThat(browser.submit("main form", Map.of()).text())
        .contains("No law sets a time")
        .doesNotContain("within one month");
    var reference = samples.numbered(asking.number());
    var summary = samples.as(Acting.system(), () -> casework.summary(reference));
    assertThat(summary.dueOn()).isNull();
    assertThat(summary.isPaused()).isFalse();
    assertThat(summary.listedDueOn()).isAfter(summary.receivedOn());
    var progress = samples.as(Acting.system(), () -> casework.progress(reference));
    assertThat(progress.answerBy()).isInstanceOf(AnswerBy.Courtesy.class);
    var officer = people.signedIn(Role.CASEWORKER);
    assertThat(officer.get("/staff/cases/" + reference + "/clock").text())
        .contains("No law sets a date for the answer")
        .doesNotContain("two further months");
    var senior = samples.officer("Senior", Role.SENIOR);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() ->
            senior
                .acting()
                .run(() ->
                    checks.doubt(reference, senior, "We doubt who asks.", "Who are you, please?")))
        .withMessageContaining("no-statutory-clock");
    var by = answering.officers();
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> answering.proposed(reference, by, "file", "came"))
        .withMessageContaining("not-for-the-dead");
  }

  @Test
  void a_parents_word_ends_when_the_child_comes_of_age() {
    var nearly = Days.of(Instant.now()).minusYears(18).plusDays(20);
    asking
        .with("who-for", Map.of("capacity", "PARENT"))
        .with("about-you", Map.of("fullName", "Ada Clarke", "relation", "his mother"))
        .with("child", Map.of("understanding", Understanding.AGREES, "twelveInScotland", "true"))
        .with("your-authority", Map.of("basis", "COURT_ORDER", "scope", "RECEIVE"))
        .with("reaching-them", Map.of("known", "A_WAY", "address", "1 High Street"))
        .with(
            "date-of-birth",
            Map.of(
                "known", "ALL_OR_PART",
                "date.day", nearly.getDayOfMonth(),
                "date.month", nearly.getMonthValue(),
                "date.year", nearly.getYear()))
        .send();
    assertThat(authority("ends_on::text")).isEqualTo(nearly.plusYears(18).minusDays(1).toString());
  }

  private Page answer(Map<String, Object> answer) {
    return browser.submit("main form", answer);
  }

  private candour.identity.Requester requester() {
    return samples.as(
        Acting.system(),
        () ->
            identity.requester(
                casework.facts(casework.numbered(asking.number()).orElseThrow()).requesterId()));
  }

  private String authority(String columns) {
    var requester = requester().id();
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select " + columns + " from identity.authority where requester_id = :id")
                .param("id", requester)
                .query((row, _) -> row.getString(1))
                .single());
  }
}
