package candour.requester.journey;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Extent;
import candour.casework.Purpose;
import candour.casework.Sought;
import candour.casework.Want;
import candour.identity.Identity;
import candour.platform.Acting;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Samples;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class AskingTests {

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
    assertThat(asked.declared()).isEqualTo(Declaration.VERSION);
    assertThat(asked.sought())
        .isEqualTo(
            new Sought(
                Extent.FILES,
                List.of(),
                Set.of(Want.LANDING_CARD, Want.PORT_FILE),
                "",
                "about 1968",
                ""));
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
  void the_whole_way_is_there_in_welsh() {
    browser.get("/?lang=cy");
    assertThat(browser.page().heading()).isEqualTo("Gofyn am eich data personol");
    var check = asking.answerAll();
    assertThat(check.heading()).isEqualTo("Gwiriwch eich atebion cyn eu hanfon");
    assertThat(check.html().select("dd").text()).contains("tua 1962", "O", "I brofi statws");
    assertThat(browser.submit("main form", Map.of()).heading()).isEqualTo("Cais wedi’i anfon");
    var asked = samples.as(Acting.system(), () -> casework.asked(theCase()));
    assertThat(asked.language().getLanguage()).isEqualTo("cy");
    assertThat(new PostRoom(jdbc, seals, samples).to(email).getFirst().toString()).contains("Helo");
  }

  @Test
  void twenty_posts_at_once_make_one_request() throws Exception {
    var token = asking.answerAll().html().select("main form input[name=_csrf]").val();
    assertThat(Races.atOnce(20, () -> browser.post(Journey.CHECK, Map.of("_csrf", token))))
        .extracting(Browser.Page::path)
        .containsOnly("/request/sent");
    assertThat(
            count(
                "select count(*) from casework.request where requester_id in "
                    + "(select requester_id from identity.requester where email = :email)"))
        .isOne();
    assertThat(new PostRoom(jdbc, seals, samples).to(email)).hasSize(1);
  }

  @Test
  void pages_out_of_order_lead_to_the_first_open_question() {
    assertThat(browser.get("/request/why").path()).isEqualTo("/request/who-for");
    var token = browser.page().html().select("main form input[name=_csrf]").val();
    assertThat(browser.post(Journey.CHECK, Map.of("_csrf", token)).path())
        .isEqualTo("/request/who-for");
    assertThat(browser.post("/request/why", Map.of("_csrf", token, "purpose", "LEGAL")).path())
        .isEqualTo("/request/who-for");
    assertThat(browser.get("/request/sent").path()).isEqualTo("/");
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

  private CaseReference theCase() {
    return samples.numbered(asking.number());
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
