package candour.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candour.casework.ActingForOthers;
import candour.casework.CaseReference;
import candour.casework.Parties;
import candour.notifications.Notifications;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A letter with a code waits until somebody accepts whom it is for; one that may never go waits no
 * longer, and an officer sees to the answer.
 */
@PortalTest
class CodesCalledOffTests {

  private static final String WAITS =
      """
      select count(*) from notifications.letter where case_id = ?
        and template = 'release-code' and posted_at is null and called_off_at is null
      """;

  @LocalServerPort int port;
  @Autowired CodesCalledOffJob job;
  @Autowired ReminderJob reminders;
  @Autowired Responses responses;
  @Autowired ReleaseCodes codes;
  @Autowired Seals seals;
  @Autowired Parties parties;
  @Autowired Answering answering;
  @Autowired Posted posted;
  @Autowired ActingForOthers acting;
  @Autowired Notifications notifications;
  @Autowired Samples samples;
  @Autowired People people;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private Answering.Three by;
  private CaseReference reference;
  private UUID pack;

  @BeforeEach
  void a_code_waits_for_a_solicitor_who_is_reached_by_post() {
    var asking =
        new Asking(new Browser(port), "").forClientByPost(UUID.randomUUID() + "@example.org");
    asking.send();
    reference = samples.numbered(asking.number());
    by = answering.officers();
    answering.determined(reference, by, "file", "came");
    pack = answering.released(reference, by);
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
    object();
    Acting.system().run(job::callOffAll);
    Acting.system().run(job::callOffAll);
    assertThat(codesThatWait()).isZero();
    assertThat(codesThatOpen()).isZero();
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() ->
            sql("update notifications.letter set called_off_at = null where letter_id = ?", code()))
        .withMessageContaining("letter-may-still-go");
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
    later(400);
    Acting.system().run(job::callOffAll);
    assertThat(codesThatWait()).isZero();
  }

  @Test
  void only_the_code_in_it_opens_nothing_any_more() {
    rule(true);
    object();
    samples.as(Acting.system(), () -> codes.issue(reference, pack));
    Acting.system().run(job::callOffAll);
    assertThat(codesThatWait()).isZero();
    assertThat(codesThatOpen()).as("made since, and handed over").isOne();
  }

  @Test
  void the_person_who_follows_is_sent_the_next_one() {
    rule(true);
    var person =
        samples.as(Acting.system(), () -> parties.join(reference, "w@example.org", null, null));
    object();
    Acting.system().run(job::callOffAll);
    new RequestHolder(reference.value(), samples.holderOf(reference).subjectId(), person)
        .acting()
        .run(() -> responses.sendNewCode(reference, 1));
    Acting.system().run(job::callOffAll);
    assertThat(codesThatWait()).isOne();
    assertThat(waitsFor()).isEqualTo(person);
  }

  @Test
  void its_thirty_days_begin_when_the_letter_goes_and_nobody_is_reminded_of_it_before() {
    later(24);
    Acting.system().run(reminders::remindAll);
    assertThat(reminders()).isZero();
    later(7);
    rule(true);
    var officer = people.signedIn(Role.CASEWORKER);
    officer.get("/staff/letters/" + code());
    officer.submit("form[action$=posted]", Map.of());
    assertThat(codesThatWait()).isZero();
    later(29);
    Acting.system().run(reminders::remindAll);
    assertThat(reminders()).isOne();
    var typed = new PostRoom(jdbc, seals, samples).codes(reference.value()).getLast();
    samples
        .holderOf(reference)
        .acting()
        .run(() ->
            assertThat(responses.download(reference, 1, typed)).isInstanceOf(Download.File.class));
  }

  private void later(int days) {
    clock.set(clock.instant().plus(Duration.ofDays(days)));
  }

  private void object() {
    samples.run(Acting.system(), () -> acting.object(reference, "Not in my name."));
  }

  private int sql(String sql, UUID id) {
    return samples.as(Acting.system(), () -> jdbc.sql(sql).param(id).update());
  }

  private long reminders() {
    return count("select count(*) from response.reminder where case_id = ?");
  }

  private UUID waitsFor() {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(WAITS.replace("count(*)", "recipient_id"))
                .param(reference.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .single());
  }

  private void rule(boolean accepted) {
    by.caseworker()
        .acting()
        .run(
            () -> acting.rule(reference, by.caseworker(), accepted, true, "The client was asked."));
  }

  private UUID code() {
    return posted.codeLetter(reference);
  }

  private long codesThatOpen() {
    return count("select count(*) from response.release_code where case_id = ? and not void");
  }

  private long codesThatWait() {
    return count(WAITS);
  }

  private long count(String sql) {
    return samples.as(
        Acting.system(), () -> jdbc.sql(sql).param(reference.value()).query(Long.class).single());
  }
}
