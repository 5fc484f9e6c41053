package candour.requester.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candour.casework.ActingForOthers;
import candour.casework.CaseReference;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.platform.Seals;
import candour.platform.Tokens;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.response.Answering;
import candour.response.Responses;
import candour.support.Browser;
import candour.support.MovableClock;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a representative may do, for how long, and who can stop them. */
@PortalTest
class ActingForOthersTests {

  private static final Pattern TOLD = Pattern.compile("http\\S+?(/asked-for-you/\\S+)");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired MovableClock clock;
  @Autowired People people;
  @Autowired Links links;
  @Autowired ActingForOthers acting;
  @Autowired Responses responses;
  @Autowired Answering answering;

  private Browser browser;
  private PostRoom post;
  private String email;
  private String clients;
  private CaseReference reference;

  @BeforeEach
  void a_solicitor_asks_for_a_client() {
    ask(Map.of());
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  private void ask(Map<String, Object> days) {
    email = UUID.randomUUID() + "@example.org";
    clients = UUID.randomUUID() + "@example.org";
    browser = new Browser(port);
    post = new PostRoom(jdbc, seals, samples);
    var authority = new HashMap<String, Object>(Map.of("basis", "SIGNED_LETTER"));
    authority.put("scope", "RECEIVE");
    authority.putAll(days);
    var asking =
        new Asking(browser, email)
            .forClient(clients)
            .with("your-authority", authority)
            .with("why", Map.of("purpose", "APPLICATION"));
    asking.send();
    reference = samples.numbered(asking.number());
  }

  private void enter() {
    var asker = candour.requester.tracking.Browser.random();
    browser.get("/my-request/open/" + link(asker));
    browser.submit("main form", Map.of("code", asker.code()));
    assertThat(browser.page().path()).isEqualTo("/my-request");
  }

  private String link(candour.requester.tracking.Browser asker) {
    return samples.as(
        Acting.system(), () -> links.issue(samples.holderOf(reference), "a@example.org", asker));
  }

  @ParameterizedTest
  @CsvSource({"7,10,22:59:58,23:00:00", "1,14,23:59:58,00:00:00"})
  void an_authority_is_over_at_midnight_in_london_in_an_open_session_too(
      int month, int day, String still, String over) {
    var last = Days.of(Instant.now()).plusYears(1).withMonth(month).withDayOfMonth(day);
    ask(Map.of("ends.day", day, "ends.month", month, "ends.year", last.getYear()));
    clock.set(Instant.parse(last + "T" + still + "Z"));
    enter();
    var asker = candour.requester.tracking.Browser.random();
    var unused = link(asker);
    clock.set(Instant.parse((over.startsWith("00") ? last.plusDays(1) : last) + "T" + over + "Z"));
    assertThat(Days.of(clock.instant())).isEqualTo(last.plusDays(1));
    assertThat(browser.get("/my-request").path()).isEqualTo("/my-request/ended");
    assertThat(browser.page().text())
        .contains("ended on " + day)
        .doesNotContain("Winston", "reference");
    for (var page : new String[] {"messages", "answer", "answer/1", "proof", "tell-why"}) {
      assertThat(browser.get("/my-request/" + page).path()).isEqualTo("/my-request/ended");
    }
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> links.open(unused, asker, ""))
        .withMessageContaining("authority-is-over");
  }

  @Test
  void
      nothing_of_the_answer_goes_to_a_representative_before_it_is_accepted_and_72_hours_are_over() {
    var by = answering.officers();
    answering.determined(reference, by, "file", "came");
    answering.released(reference, by);
    enter();
    assertThat(browser.page().text()).contains("You see it once an officer has accepted");
    assertThat(browser.get("/my-request/answer").path()).isEqualTo("/my-request/not-given");
    assertThat(browser.page().text()).contains("No officer has accepted your permission yet");
    var code = post.codes(reference.value()).getLast();
    downloadIsRefused(code);

    by.caseworker()
        .acting()
        .run(() -> acting.rule(reference, by.caseworker(), true, true, "The client confirmed it."));
    assertThat(browser.get("/my-request/answer").text()).contains("They have three days to object");
    downloadIsRefused(code);

    clock.set(Instant.now().plus(Duration.ofHours(72)).plusSeconds(60));
    enter();
    browser.get("/my-request/answer");
    assertThat(browser.submit("main form[action$='/1']", Map.of("code", code)).text())
        .startsWith("%PDF-");

    by.caseworker()
        .acting()
        .run(() -> acting.revoke(reference, by.caseworker(), "She phoned and took it back."));
    assertThat(browser.get("/my-request/answer").path()).isEqualTo("/my-request/ended");
    downloadIsRefused(code);
  }

  private void downloadIsRefused(String code) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() ->
            samples.holderOf(reference).acting().call(() -> responses.download(reference, 1, code)))
        .withMessageContaining("not-to-a-representative");
  }

  @Test
  void the_person_is_told_by_a_mail_of_their_own_and_ends_it_by_one_button() {
    var mail = post.to(clients).getLast();
    assertThat(mail.toString()).doesNotContain("Winston", "Sparrow", "records", "immigration");
    var link = TOLD.matcher(mail.get("body").asString());
    assertThat(link.find()).isTrue();
    enter();
    var client = new Browser(port);
    assertThat(client.get(link.group(1)).text())
        .contains("Jo Sparrow", "Sparrow &amp; Co", "signed a letter")
        .doesNotContain("SAR-");
    assertThat(browser.get("/my-request").path()).isEqualTo("/my-request");
    assertThat(client.submit("form:has(textarea)", Map.of("words", "I do not know them.")).text())
        .contains("They can no longer act for you");
    assertThat(browser.get("/my-request").path()).isEqualTo("/my-request/ended");
    assertThat(browser.page().text()).contains("they have objected");
    assertThat(people.signedIn(Role.CASEWORKER).get("/staff/cases/" + reference).text())
        .contains("The person objected", "I have looked at this");
    assertThat(client.get("/asked-for-you/" + Tokens.random()).status()).isEqualTo(410);
  }

  @Test
  void an_officer_rules_on_it_and_an_adviser_only_once_the_register_was_looked_at() {
    var officer = people.signedIn(Role.CASEWORKER);
    var page = "/staff/cases/" + reference + "/authority";
    assertThat(officer.get(page).text())
        .contains("Jo Sparrow", "Solicitors Regulation Authority", "612345", clients);
    officer.get(page + "/rule");
    var ruling = Map.<String, Object>of("accepted", "true", "reason", "The client confirmed it.");
    assertThat(officer.submit("main form", ruling).text()).contains("Look the adviser up");
    officer.submit("main form", Map.of("registerChecked", "true"));
    assertThat(officer.page().text()).contains("The permission was accepted.");
    assertThat(officer.get("/staff/cases/" + reference).text())
        .contains("Asked by Jo Sparrow, whose permission was accepted");
    assertThat(officer.get(page + "?lang=cy").text()).contains("Gweithredu ar ran rhywun arall");
    officer.get(page + "/revoke?lang=en");
    officer.submit("main form", Map.of("words", "She phoned and took it back."));
    assertThat(officer.page().text()).contains("The permission has ended.");
    officer.get(page + "/rule");
    assertThat(
            officer
                .submit(
                    "main form",
                    Map.of(
                        "accepted", "true", "registerChecked", "true", "reason", "Again accepted."))
                .text())
        .contains("has ended");
  }

  @Test
  void whoever_was_rejected_gets_no_link_and_is_told_why() {
    enter();
    var by = samples.officer("Caseworker", Role.CASEWORKER);
    by.acting()
        .run(() -> acting.rule(reference, by, false, false, "The letter was signed by another."));
    assertThat(browser.get("/my-request/messages").path()).isEqualTo("/my-request/ended");
    assertThat(browser.page().text()).contains("does not show that you may act");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> link(candour.requester.tracking.Browser.random()))
        .withMessageContaining("authority-is-over");
  }
}
