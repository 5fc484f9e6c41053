package candour.requester.journey;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ComingBackTests {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired MovableClock clock;

  Browser phone;
  Browser library;

  @BeforeEach
  void twoDevices() {
    phone = new Browser(port);
    library = new Browser(port);
  }

  @Test
  void whoever_stops_halfway_goes_on_elsewhere_with_link_and_code() {
    var email = UUID.randomUUID() + "@example.org";
    stopAtTheName();
    phone.submit("main form", Map.of("email", email));
    assertThat(phone.page().heading()).isEqualTo("Your answers are saved");
    var mail = new PostRoom(jdbc, seals, samples).to(email).getFirst().toString();
    assertThat(mail).contains(link()).doesNotContain(code(), "Winston", "request for", "data");
    library.get(link());
    assertThat(library.submit("main form", Map.of("code", code().toLowerCase() + " ")).path())
        .isEqualTo("/request/date-of-birth");
    assertThat(library.get("/request/your-name").html().select("#fullName").val())
        .isEqualTo("Winston Clarke");
  }

  @Test
  void without_an_address_the_link_is_there_to_be_written_down() {
    stopAtTheName();
    phone.submit("main form", Map.of("email", ""));
    assertThat(link()).contains("/request/return/");
    assertThat(library.get(link()).text()).doesNotContain("Winston", code());
  }

  @Test
  void five_wrong_codes_close_the_link_and_nothing_else() {
    saved();
    var code = code();
    var link = link();
    for (int i = 0; i < 5; i++) {
      library.get(link);
      assertThat(library.submit("main form", Map.of("code", "000000")).status()).isEqualTo(422);
    }
    assertThat(library.get(link).status()).isEqualTo(410);
    assertThat(library.page().text()).doesNotContain(code);
    assertThat(phone.get("/request/your-name").html().select("#fullName").val())
        .isEqualTo("Winston Clarke");
  }

  @Test
  void a_link_leads_nowhere_once_the_request_is_sent_or_the_time_is_over() {
    saved();
    var link = link();
    new Asking(phone, UUID.randomUUID() + "@example.org").send();
    assertThat(library.get(link).status()).isEqualTo(410);
    phone = new Browser(port);
    saved();
    link = link();
    clock.set(clock.instant().plus(Drafts.LIFE).plus(Duration.ofMinutes(1)));
    assertThat(library.get(link).status()).isEqualTo(410);
  }

  @Test
  void somebody_elses_link_says_nothing_and_a_blank_code_is_asked_for_again() {
    saved();
    assertThat(library.get("/request/return/" + "A".repeat(43)).status()).isEqualTo(410);
    library.get(link());
    assertThat(library.submit("main form", Map.of("code", " ")).text()).contains("Enter the code");
    var other = link().replaceAll(".*/return/", "");
    assertThat(library.get("/request/save/" + other).path()).isEqualTo(Journey.FIRST);
  }

  @Test
  void links_are_seen_by_the_visitor_of_their_draft_alone() {
    saved();
    assertThat(links(Acting.system())).isPositive();
    for (var who :
        List.of(
            Acting.visitor(UUID.randomUUID()),
            samples.officer("Nesta Puw", Role.CASEWORKER).acting(),
            samples.officer("Rhys Bevan", Role.SENIOR).acting())) {
      assertThat(links(who)).isZero();
      assertThat(changed(who, "update requester.draft_link set tries = 5")).isZero();
      assertThat(changed(who, "delete from requester.draft_link")).isZero();
    }
    assertThat(library.get(link()).status()).isEqualTo(200);
  }

  private long links(Acting who) {
    return samples.as(
        who,
        () -> jdbc.sql("select count(*) from requester.draft_link").query(Long.class).single());
  }

  private int changed(Acting who, String statement) {
    return samples.as(who, () -> jdbc.sql(statement).update());
  }

  private void saved() {
    stopAtTheName();
    phone.submit("main form", Map.of());
  }

  private void stopAtTheName() {
    phone.get(Journey.FIRST);
    new Asking(phone, "x@example.org").answerUntil("your-name");
    phone.submit("main form", Map.of("fullName", "Winston Clarke", "later", "true"));
    assertThat(phone.page().path()).isEqualTo(SavePage.PATH);
  }

  private String link() {
    return phone
        .page()
        .html()
        .select("main .app-words a")
        .attr("href")
        .replaceAll("^https?://[^/]+", "");
  }

  private String code() {
    return phone.page().html().select("main strong").text();
  }
}
