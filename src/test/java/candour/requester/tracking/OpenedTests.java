package candour.requester.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Casework;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.platform.RequestHolder;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.MovableClock;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class OpenedTests {

  @Autowired Samples samples;
  @Autowired People people;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Casework casework;

  RequestHolder holder;
  Browser home;
  String email;
  String page;

  @BeforeEach
  void somebodyAsked() {
    clock.set(Instant.parse("2026-06-30T22:45:00Z"));
    home = people.visitor();
    email = UUID.randomUUID() + "@example.org";
    var asking = new Asking(home, email);
    asking.send();
    holder = samples.holderOf(samples.numbered(asking.number()));
    page = "/staff/cases/" + holder.caseId();
    home.get(new PostRoom(jdbc, seals, samples).link(email));
    home.submit("main form", Map.of());
  }

  @Test
  void each_visit_is_told_with_role_unit_day_and_time_but_no_name() {
    people.signedIn(Role.CASEWORKER).get(page);
    clock.set(clock.instant().plus(Duration.ofMinutes(20)));
    people.signedIn(Role.SENIOR).get(page + "/history");
    var rows = opened().html().select("tbody tr").eachText();
    // Quarter to midnight in London is the day after in no other calendar that matters here.
    assertThat(rows)
        .containsExactly(
            "1 July 2026, 00:05 Approves decisions Team 4",
            "30 June 2026, 23:45 Works on requests Team 4");
    assertThat(opened().text()).doesNotContain("Olwen");
  }

  @Test
  void what_one_officer_opens_within_half_an_hour_is_one_visit() {
    var office = people.signedIn(Role.CASEWORKER);
    office.get(page);
    office.get(page + "/clock");
    clock.set(clock.instant().plus(Duration.ofMinutes(29)));
    office.get(page);
    assertThat(opened().html().select("tbody tr")).hasSize(1);
    clock.set(clock.instant().plus(Duration.ofMinutes(2)));
    office.get(page + "/clock");
    assertThat(opened().html().select("tbody tr")).hasSize(2);
  }

  @Test
  void even_a_refused_look_counts_and_a_case_that_is_not_there_does_not() {
    var office = people.signedIn(Role.RELEASER);
    office.get(page + "/erasure");
    assertThat(opened().html().select("tbody tr")).hasSize(1);
    assertThat(office.get("/staff/cases/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(office.get("/staff/cases/nonsense").status()).isEqualTo(404);
  }

  @Test
  void the_names_of_officers_are_out_of_reach_of_the_requester_in_the_database_too() {
    people.signedIn(Role.CASEWORKER).get(page);
    assertThat(count(holder.acting(), "select count(*) from casework.visit")).isZero();
    var openings = "select count(*) from casework.openings('" + holder.caseId() + "', null, 10)";
    assertThat(count(holder.acting(), openings)).isOne();
    assertThat(count(somebodyElse().acting(), openings)).isZero();
    assertThat(count(Acting.visitor(null), openings)).isZero();
  }

  private RequestHolder somebodyElse() {
    return samples.holderOf(samples.generalCase());
  }

  private long count(Acting actor, String sql) {
    return samples.as(actor, () -> jdbc.sql(sql).query(Long.class).single());
  }

  private Browser.Page opened() {
    return home.get("/my-request/opened");
  }
}
