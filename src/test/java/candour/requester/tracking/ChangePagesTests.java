package candour.requester.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where somebody asks for more or less, another form, or for nothing any longer. */
@PortalTest
class ChangePagesTests {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired People people;
  @Autowired Casework casework;

  private Browser browser;
  private CaseReference reference;

  @BeforeEach
  void somebody_follows_their_request() {
    browser = new Browser(port);
    var email = UUID.randomUUID() + "@example.org";
    var asking = new Asking(browser, email);
    asking.send();
    var number = asking.number();
    browser.get(new PostRoom(jdbc, seals, samples).link(email));
    browser.submit("main form", Map.of());
    reference = samples.numbered(number);
  }

  @Test
  void what_is_wanted_is_in_the_messages_and_before_the_officers() {
    assertThat(browser.get("/my-request").html().select("a[href=/my-request/change]")).hasSize(1);
    assertThat(browser.get("/my-request/change").html().select("main h2 a")).hasSize(4);
    browser.get("/my-request/change/more");
    assertThat(browser.submit("main form", Map.of()).html().select("#words-error").text())
        .contains("Tell us in your own words");
    assertThat(browser.submit("main form", Map.of("words", "My mother's file too")).text())
        .contains("We have what you told us");
    browser.get("/my-request/change/narrower");
    var kept = browser.submit("main form", Map.of("words", "x".repeat(20_001)));
    assertThat(kept.status()).isEqualTo(422);
    assertThat(kept.html().select("#words").val()).hasSize(20_001);
    browser.get("/my-request/change/form");
    assertThat(browser.submit("main form", Map.of("wanted", "OTHER_LANGUAGE")).text())
        .contains("Tell us which language");
    assertThat(browser.submit("main form", Map.of("wanted", "WITHDRAWAL")).text())
        .contains("Choose what would help you");
    browser.submit("main form", Map.of("wanted", "OTHER_LANGUAGE", "words", "Somali"));
    assertThat(browser.get("/my-request/messages").text())
        .contains("My mother&#39;s file too", "I would like another language.");
    var overview = people.signedIn(Role.CASEWORKER).get("/staff/cases/" + reference);
    assertThat(overview.html().select("main").text())
        .contains("More, or something added", "My mother's file too", "Another language", "Somali");
  }

  @Test
  void a_withdrawal_is_asked_about_first_and_ends_it() {
    assertThat(browser.get("/my-request/change/withdraw").text())
        .contains("Are you sure", "cannot be undone");
    assertThat(browser.get("/my-request/change/withdraw?lang=cy").heading()).contains("siŵr");
    browser.get("/my-request/change/withdraw?lang=en");
    var ended = browser.submit("main form", Map.of("words", "I found it"));
    assertThat(ended.path()).isEqualTo("/my-request");
    assertThat(ended.text())
        .contains("You withdrew this request on", "so no answer is due.")
        .doesNotContain("Your answer is ready", "/my-request/tell-why");
    assertThat(browser.get("/my-request/change/withdraw").path()).isEqualTo("/my-request");
    assertThat(browser.get("/my-request/change").html().select("main h2 a")).hasSize(1);
    browser.get("/my-request/change/more");
    var late = browser.submit("main form", Map.of("words", "After all"));
    assertThat(late.html().select("#words").val()).isEqualTo("After all");
    var overview = people.signedIn(Role.CASEWORKER).get("/staff/cases/" + reference);
    assertThat(overview.text())
        .contains("Withdrawn on", "Withdrawn by the requester", "I found it");
  }

  @Test
  void a_request_that_is_guarded_guards_the_older_one_that_it_is_joined_to() {
    var again = new Browser(port);
    var mail = UUID.randomUUID() + "@example.org";
    var cases = new ArrayList<CaseReference>();
    for (var purpose : List.of("CHECK", "PROVE_STATUS")) {
      var asking = new Asking(again, mail).with("why", Map.of("purpose", purpose));
      asking.send();
      cases.add(samples.numbered(asking.number()));
    }
    assertThat(isGuarded(cases.getFirst())).isFalse();
    again.get(new PostRoom(jdbc, seals, samples).link(mail));
    again.submit("main form", Map.of());
    var offered = again.get("/my-request/join").html().select("[name=with]");
    assertThat(again.submit("main form", Map.of("with", offered.attr("value"))).path())
        .isEqualTo("/my-request");
    assertThat(isGuarded(cases.getFirst())).isTrue();
    assertThat(isOpen(cases.getFirst())).isTrue();
    assertThat(isOpen(cases.getLast())).isFalse();
  }

  private boolean isGuarded(CaseReference of) {
    return samples.as(Acting.system(), () -> casework.facts(of)).guarded();
  }

  private boolean isOpen(CaseReference of) {
    return samples.as(Acting.system(), () -> casework.summary(of)).isOpen();
  }

  @Test
  void an_officer_records_what_was_said_on_the_phone() {
    var officer = people.signedIn(Role.CASEWORKER);
    officer.get("/staff/cases/" + reference + "/wish");
    var kept = officer.submit("main form", Map.of("words", "Too short"));
    assertThat(kept.html().select("#words").val()).isEqualTo("Too short");
    assertThat(kept.html().select("#wanted-error").text()).contains("Choose what they want");
    officer.submit(
        "main form", Map.of("wanted", "WITHDRAWAL", "words", "By phone on 3 May: not needed."));
    assertThat(officer.page().path()).isEqualTo("/staff/cases/" + reference);
    assertThat(officer.page().text()).contains("The change was recorded", "Withdrawn on");
    assertThat(browser.get("/my-request").text()).contains("You withdrew this request on");
  }
}
