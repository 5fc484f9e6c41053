package candour.requester.journey;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Purpose;
import candour.casework.Want;
import candour.identity.Identity;
import candour.platform.Acting;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class AskingTests {

  private static final String HOSTILE =
      "<script>alert(1)</script> ' OR 1=1-- ${7*7} __${T(java.lang.Runtime)}__::x [[${7*7}]] #{x}";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired Identity identity;
  @Autowired Drafts drafts;

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
  void a_request_is_made_with_every_answer_as_given() {
    assertThat(asking.send().response().uri()).hasPath("/request/sent").hasNoQuery();
    assertThat(asking.number()).matches("SAR-[0-9A-Z]{4}-[0-9A-Z]{4}");
    var asked = samples.as(Acting.system(), () -> casework.asked(theCase()));
    assertThat(asked.subjectName()).isEqualTo("Winston Clarke");
    assertThat(asked.wants()).containsExactlyInAnyOrder(Want.LANDING_CARD, Want.DISCLOSURES);
    assertThat(asked.periodFrom()).isEqualTo("about 1968");
    assertThat(asked.purpose()).isEqualTo(Purpose.PROVE_STATUS);
    var subject = samples.as(Acting.system(), () -> identity.subject(asked.subjectId()));
    assertThat(subject.otherNames()).isEqualTo("W. G. Clark");
    assertThat(subject.born().displayKey()).isEqualTo("date.about-year");
    var requester = samples.as(Acting.system(), () -> identity.requester(asked.requesterId()));
    assertThat(requester.email()).isEqualTo(email);
    assertThat(requester.language()).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void the_receipt_says_neither_who_nor_what() {
    asking.send();
    var mails = new PostRoom(jdbc, seals, samples).to(email);
    assertThat(mails).hasSize(1);
    assertThat(mails.getFirst().toString())
        .contains("/my-request/open/")
        .doesNotContain("Winston", "Clarke", "SAR-", "request for", "data", "immigration");
  }

  @Test
  void refreshing_going_back_and_starting_again_show_the_confirmation() {
    asking.send();
    var number = asking.number();
    for (var path : List.of("/request/sent", "/request/your-name", Journey.CHECK)) {
      assertThat(browser.get(path).path()).isEqualTo("/request/sent");
      assertThat(asking.number()).isEqualTo(number);
    }
    assertThat(browser.submit("main form", Map.of()).path()).isEqualTo("/");
    assertThat(browser.get("/request/sent").path()).isEqualTo("/request/for-myself");
  }

  @Test
  void nothing_typed_is_left_in_the_draft_that_was_sent() {
    asking.send();
    var draft = drafts.find(draftId()).orElseThrow();
    assertThat(draft.answers()).isEqualTo(Answers.NONE);
    assertThat(draft.sent()).isNotNull();
  }

  @Test
  void the_whole_way_is_there_in_welsh() {
    browser.get("/?lang=cy");
    assertThat(browser.page().heading()).isEqualTo("Gofyn am eich data personol");
    var check = asking.answerAll();
    assertThat(check.heading()).isEqualTo("Gwiriwch eich atebion cyn eu hanfon");
    assertThat(check.html().select("dd").text()).contains("tua 1962", "O", "I brofi fy statws");
    assertThat(browser.submit("main form", Map.of()).heading()).isEqualTo("Cais wedi’i anfon");
    var asked = samples.as(Acting.system(), () -> casework.asked(theCase()));
    assertThat(asked.language().getLanguage()).isEqualTo("cy");
    assertThat(new PostRoom(jdbc, seals, samples).to(email).getFirst().toString()).contains("Helo");
  }

  @Test
  void twenty_posts_at_once_make_one_request() throws Exception {
    var token = asking.answerAll().html().select("main form input[name=_csrf]").val();
    var barrier = new CyclicBarrier(20);
    try (var threads = Executors.newFixedThreadPool(20)) {
      var posts =
          IntStream.range(0, 20)
              .mapToObj(_ ->
                  threads.submit(() -> {
                    barrier.await();
                    return browser.post(Journey.CHECK, Map.of("_csrf", token));
                  }))
              .toList();
      for (var post : posts) {
        assertThat(post.get().path()).isEqualTo("/request/sent");
      }
    }
    assertThat(
            count(
                "select count(*) from casework.request where requester_id in "
                    + "(select requester_id from identity.requester where email = :email)"))
        .isOne();
    assertThat(new PostRoom(jdbc, seals, samples).to(email)).hasSize(1);
  }

  @Test
  void pages_out_of_order_lead_to_the_first_open_question() {
    assertThat(browser.get("/request/why").path()).isEqualTo("/request/for-myself");
    var token = browser.page().html().select("main form input[name=_csrf]").val();
    assertThat(browser.post(Journey.CHECK, Map.of("_csrf", token)).path())
        .isEqualTo("/request/for-myself");
    assertThat(browser.post("/request/why", Map.of("_csrf", token, "purpose", "LEGAL")).path())
        .isEqualTo("/request/for-myself");
    assertThat(browser.get("/request/sent").path()).isEqualTo("/request/for-myself");
  }

  @Test
  void a_changed_answer_leads_back_to_the_check() {
    asking.answerAll();
    browser.get("/request/your-name");
    assertThat(browser.page().html().select("#fullName").val()).isEqualTo("Winston Clarke");
    assertThat(browser.submit("main form", Map.of("fullName", "Winston G. Clarke")).path())
        .isEqualTo(Journey.CHECK);
    assertThat(browser.page().text()).contains("Winston G. Clarke", "W. G. Clark");
  }

  @Test
  void two_tabs_lose_nothing_of_each_other() {
    asking.answerAll();
    var name = browser.get("/request/your-name");
    browser.get("/request/period");
    browser.submit("main form", Map.of("from", "1970"));
    var token = name.html().select("main form input[name=_csrf]").val();
    browser.post("/request/your-name", Map.of("_csrf", token, "fullName", "Other Tab"));
    assertThat(browser.page().text()).contains("1970", "Other Tab");
  }

  @Test
  void a_hundred_thousand_characters_come_back_with_what_is_wrong() {
    asking.answerAll();
    var long_ = "ŵ".repeat(100_000);
    for (var field :
        Map.of(
                "your-name", "otherNames",
                "what-you-want", "words",
                "period", "from",
                "how-to-reach-you", "address",
                "showing-who-you-are", "words")
            .entrySet()) {
      browser.get("/request/" + field.getKey());
      var page = browser.submit("main form", Map.of(field.getValue(), long_));
      assertThat(page.status()).isEqualTo(422);
      assertThat(page.html().select(".govuk-error-summary a")).isNotEmpty();
      assertThat(page.html().select("[name=" + field.getValue() + "]").val()).isEqualTo(long_);
    }
  }

  @Test
  void text_that_cannot_be_kept_is_refused_in_plain_words() {
    browser.get("/request/for-myself");
    browser.submit("main form", Map.of("whose", "MINE"));
    var page = browser.submit("main form", Map.of("fullName", "a\0b"));
    assertThat(page.status()).isEqualTo(400);
  }

  @Test
  void an_empty_or_forged_answer_is_asked_for_again() {
    browser.get("/request/for-myself");
    for (var answer : List.of("", "MINE' OR '1'='1")) {
      var page = browser.submit("main form", Map.of("whose", answer));
      assertThat(page.status()).isEqualTo(422);
      assertThat(page.html().title()).startsWith("Error: ");
      assertThat(page.html().select("#whose-error").text()).startsWith("Error: Choose");
    }
  }

  @Test
  void an_impossible_date_is_shown_at_its_box_and_kept() {
    browser.get("/request/for-myself");
    browser.submit("main form", Map.of("whose", "MINE"));
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
        .with("what-you-want", Map.of("wants", List.of("SOMETHING_ELSE"), "words", HOSTILE))
        .with("period", Map.of("span", "PART", "from", HOSTILE, "until", HOSTILE))
        .with("how-to-reach-you", Map.of("email", email, "phone", "<b>'--${1}", "address", HOSTILE))
        .with("showing-who-you-are", Map.of("routes", List.of("TALK_TO_ME"), "words", HOSTILE));
    var check = asking.answerAll().html();
    assertThat(check.select("dd div:contains(alert)")).hasSize(8);
    assertThat(check.select("dd script, dd b")).isEmpty();
    assertThat(check.select("dd").text()).contains(HOSTILE);
    browser.submit("main form", Map.of());
    assertThat(samples.as(Acting.system(), () -> casework.asked(theCase()).wantsWords()))
        .isEqualTo(HOSTILE);
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

  @Test
  void whoever_gives_no_e_mail_address_gets_a_letter_or_a_call() {
    asking.with("how-to-reach-you", Map.of("address", "1 High Street\nCardiff")).send();
    assertThat(browser.page().text()).contains("in a letter to your address");
    assertThat(letters()).isOne();
    browser = new Browser(port);
    asking = new Asking(browser, email).with("how-to-reach-you", Map.of("phone", "029 2000 0000"));
    asking.send();
    assertThat(browser.page().text()).contains("phone you on the number");
    assertThat(letters()).isOne();
  }

  @Test
  void whoever_asks_for_somebody_else_learns_how_and_nothing_is_kept() {
    browser.get("/request/for-myself");
    var page = browser.submit("main form", Map.of("whose", "SOMEBODY_ELSES"));
    assertThat(page.path()).isEqualTo("/request/for-somebody-else");
    assertThat(page.text()).contains("Lunar House", "0300 000 0000");
    assertThat(browser.get("/request/your-name").path()).isEqualTo("/request/for-myself");
  }

  @Test
  void an_expired_draft_is_erased() {
    asking.answerAll();
    var id = draftId();
    samples.as(
        Acting.visitor(id),
        () ->
            jdbc.sql("update requester.draft set expires_at = now() - interval '1 second'")
                .update());
    assertThat(browser.get(Journey.CHECK).path()).isEqualTo("/request/for-myself");
    assertThat(samples.as(Acting.system(), drafts::eraseExpired)).isPositive();
  }

  private CaseReference theCase() {
    return samples.as(Acting.system(), () -> casework.numbered(asking.number()).orElseThrow());
  }

  private UUID draftId() {
    return browser.cookies().getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(Gate.COOKIE))
        .map(cookie -> UUID.fromString(cookie.getValue()))
        .findFirst()
        .orElseThrow();
  }

  private long letters() {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select count(*) from notifications.letter where case_id = :case")
                .param("case", theCase().value())
                .query(Long.class)
                .single());
  }

  private long count(String sql) {
    return samples.as(
        Acting.system(), () -> jdbc.sql(sql).param("email", email).query(Long.class).single());
  }
}
