package candour.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candour.casework.ActingForOthers;
import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.notifications.Notifications;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.requester.Asking;
import candour.support.Browser;
import candour.support.MovableClock;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A letter with a code that may never go waits no longer, and an officer sees to the answer. */
@PortalTest
class CodesCalledOffTests {

  @LocalServerPort int port;
  @Autowired CodesCalledOffJob job;
  @Autowired Answering answering;
  @Autowired ActingForOthers acting;
  @Autowired Casework casework;
  @Autowired Notifications notifications;
  @Autowired Samples samples;
  @Autowired People people;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private Answering.Three by;
  private CaseReference reference;

  @BeforeEach
  void a_code_waits_for_a_solicitor_who_is_reached_by_post() {
    var asking =
        new Asking(new Browser(port), "")
            .forClient(UUID.randomUUID() + "@example.org")
            .with("how-to-reach-you", Map.of("phone", "01632 960 001", "address", "1 High Street"))
            .with("why", Map.of("purpose", "APPLICATION"));
    asking.send();
    reference = samples.as(Acting.system(), () -> casework.numbered(asking.number()).orElseThrow());
    by = answering.officers();
    answering.determined(reference, by, "file", "came");
    answering.released(reference, by);
  }

  @Test
  void it_is_called_off_once_nobody_can_accept_whom_it_is_for_and_the_case_says_what_to_do() {
    rule(true);
    rule(false);
    Acting.system().run(job::callOffAll);
    assertThat(codesThatWait()).as("an officer may still accept it").isOne();
    assertThat(codesThatOpen()).isOne();
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> samples.as(Acting.system(), () -> notifications.callOff(code())))
        .withMessageContaining("letter-may-still-go");
    samples.as(
        Acting.system(),
        () -> {
          acting.object(reference, "Not in my name.");
          return true;
        });
    Acting.system().run(job::callOffAll);
    Acting.system().run(job::callOffAll);
    assertThat(codesThatWait()).isZero();
    assertThat(codesThatOpen()).isZero();
    assertThat(samples.logged(reference)).containsOnlyOnce("code.called-off");
    var officer = people.signedIn(Role.CASEWORKER);
    assertThat(officer.get("/staff/cases/" + reference).text())
        .contains("The code that opens the answer was not sent", "Ask the person themselves");
    assertThat(officer.get("/staff/letters").html().select("a[href$='" + code() + "']")).isEmpty();
    assertThat(officer.get("/staff/letters/" + code()).status()).isEqualTo(409);
  }

  @Test
  void it_is_called_off_after_the_last_day_of_what_they_were_allowed() {
    rule(true);
    Acting.system().run(job::callOffAll);
    assertThat(codesThatWait()).isOne();
    clock.set(clock.instant().plus(Duration.ofDays(400)));
    Acting.system().run(job::callOffAll);
    assertThat(codesThatWait()).isZero();
  }

  private void rule(boolean accepted) {
    by.caseworker()
        .acting()
        .run(
            () -> acting.rule(reference, by.caseworker(), accepted, true, "The client was asked."));
  }

  private UUID code() {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    """
                    select letter_id from notifications.letter
                    where case_id = :case and template = 'release-code'
                    """)
                .param("case", reference.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .single());
  }

  private long codesThatOpen() {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    "select count(*) from response.release_code where case_id = :case and not void")
                .param("case", reference.value())
                .query(Long.class)
                .single());
  }

  private long codesThatWait() {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    """
                    select count(*) from notifications.letter where case_id = :case
                      and template = 'release-code' and posted_at is null and called_off_at is null
                    """)
                .param("case", reference.value())
                .query(Long.class)
                .single());
  }
}
