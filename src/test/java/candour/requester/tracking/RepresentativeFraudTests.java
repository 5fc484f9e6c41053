package candour.requester.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.CaseReference;
import candour.casework.Wish.Wanted;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.platform.RequestHolder;
import candour.requester.Asking;
import candour.support.Patience;
import candour.support.PortalTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;

/** Whoever asks for somebody gets no further than they may. */
@PortalTest
class RepresentativeFraudTests extends FollowedForAClient {

  private static final String ENDED = "was taken back";

  @Test
  void an_expired_authority_posts_nothing_in_an_open_session() {
    browser.get("/my-request/messages");
    var csrf = browser.csrf();
    clock.set(Instant.now().plus(Duration.ofDays(400)));
    enterAgain();
    for (var path :
        List.of(
            "messages",
            "change/withdraw",
            "change/more",
            "complaint",
            "contact-details/change",
            "contact-details/safe",
            "answer/1",
            "answer/1/code")) {
      browser.post("/my-request/" + path, Map.of("_csrf", csrf, "words", "Let me in."));
      assertThat(browser.page().path()).as(path).isEqualTo("/my-request/ended");
    }
    assertThat(count("casework.message")).isZero();
    var holder = samples.holderOf(reference);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() ->
            samples.as(
                holder.acting(), () -> wish(reference, Wanted.MORE, "Everything about them.")))
        .withMessageContaining("authority-is-over");
  }

  /** The session was opened while it still held. */
  private void enterAgain() {
    var now = clock.instant();
    clock.reset();
    enter(browser, samples.holderOf(reference));
    clock.set(now);
  }

  @Test
  void anothers_identifiers_open_nothing() {
    var other = samples.generalCase();
    var mine = samples.holderOf(reference);
    var theirs = samples.holderOf(other);
    browser.get("/my-request/messages");
    browser.forge(
        "/my-request/messages",
        Map.of(
            "words",
            "A message for the wrong case.",
            "caseId",
            other.toString(),
            "requesterId",
            theirs.requesterId().toString()));
    assertThat(count("casework.message", other)).isZero();
    assertThat(count("casework.message")).isOne();
    assertThatThrownBy(() ->
            samples.as(
                Acting.system(),
                () ->
                    links.issue(
                        new RequestHolder(other.value(), theirs.subjectId(), mine.requesterId()),
                        "a@example.org",
                        candour.requester.tracking.Browser.random())))
        .hasMessageContaining("authority-is-over");
    assertThatThrownBy(
            () -> samples.as(mine.acting(), () -> identity.requester(theirs.requesterId())))
        .isInstanceOf(EmptyResultDataAccessException.class);
    assertThat(samples.as(mine.acting(), () -> acting.mayAct(other))).isFalse();
    assertThat(samples.as(mine.acting(), () -> acting.mayReceive(other))).isFalse();
  }

  @Test
  void a_scope_is_not_widened_by_whoever_has_it() {
    var by = answering.officers();
    answered(by);
    browser.get("/my-request/messages");
    var code = post.codes(reference.value()).getLast();
    browser.forge("/my-request/answer/1", Map.of("code", code, "scope", "RECEIVE"));
    assertThat(browser.page().path()).isEqualTo("/my-request/not-given");
    assertThat(count("response.download")).isZero();
    var holder = samples.holderOf(reference);
    assertThatThrownBy(() ->
            samples.as(
                holder.acting(),
                () ->
                    jdbc.sql(
                            """
                            insert into identity.authority (authority_id, requester_id, capacity, basis,
                              scope, starts_on, ends_on)
                            values (gen_random_uuid(), :requester, 'ADVISER', 'SIGNED_LETTER', 'RECEIVE',
                              current_date, current_date)
                            """)
                        .param("requester", holder.requesterId())
                        .update()))
        .isInstanceOf(DataAccessException.class);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> holder.acting().call(() -> responses.download(reference, 1, code)))
        .withMessageContaining("not-to-a-representative");
  }

  @Test
  void only_whom_an_officer_has_accepted_ends_the_request_and_the_person_is_told() {
    browser.get("/my-request/change/withdraw");
    browser.submit("main form", Map.of("sure", "true"));
    assertThat(count("casework.wish")).isZero();
    var holder = samples.holderOf(reference);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> samples.as(holder.acting(), () -> wish(reference, Wanted.WITHDRAWAL, "")))
        .withMessageContaining("withdrawn-once-accepted");
    accept(samples.officer("Olwen Price", Role.CASEWORKER));
    samples.as(holder.acting(), () -> wish(reference, Wanted.WITHDRAWAL, ""));
    assertThat(ended(clients))
        .hasSize(1)
        .allSatisfy(mail -> assertThat(mail).doesNotContain("records", "data", "SAR-"));
  }

  @Test
  void who_follows_is_told_of_the_end_where_they_are_reached_now() {
    var own = UUID.randomUUID() + "@example.org";
    samples.as(Acting.system(), () -> parties.join(reference, own, null, null));
    accept(samples.officer("Olwen Price", Role.CASEWORKER));
    samples.as(samples.holderOf(reference).acting(), () -> wish(reference, Wanted.WITHDRAWAL, ""));
    assertThat(ended(own)).hasSize(1);
    assertThat(post.to(clients).toString()).doesNotContain(ENDED);
  }

  @Test
  void the_person_is_told_where_an_officer_takes_it_back_too() {
    takenBack();
    assertThat(ended(clients)).hasSize(1);
  }

  @Test
  void who_follows_without_a_mailbox_is_written_to_and_who_has_but_a_phone_is_rung() {
    samples.as(Acting.system(), () -> parties.join(reference, null, null, "2 Mill Lane"));
    takenBack();
    assertThat(letter()).contains("2 Mill Lane", "Jo Sparrow", ENDED).doesNotContain("SAR-");
    var asking =
        new Asking(new candour.support.Browser(port), UUID.randomUUID() + "@example.org")
            .forClient("")
            .with("reaching-them", Map.of("known", "A_WAY", "phone", "01632 960 001"));
    asking.send();
    reference = samples.numbered(asking.number());
    takenBack();
    assertThat(letter()).contains("01632 960 001", "Jo Sparrow", ENDED, "Do not post this");
  }

  private void takenBack() {
    var officer = samples.officer("Olwen Price", Role.CASEWORKER);
    officer
        .acting()
        .run(() -> wishes.take(reference, Wanted.WITHDRAWAL, "They rang and said so.", officer));
  }

  /** What an officer reads of the letter that tells of the end, once the portal has written it. */
  private String letter() {
    var letter =
        Patience.find(() ->
            samples.as(
                Acting.system(),
                () ->
                    jdbc.sql(
                            """
                            select letter_id from notifications.letter
                            where case_id = :case and template = 'ended-for-you'
                            """)
                        .param("case", reference.value())
                        .query((row, _) -> row.getString(1))
                        .optional()));
    return people.signedIn(Role.CASEWORKER).get("/staff/letters/" + letter).text();
  }

  /** What was written to that address of the end, once the portal has written it. */
  private List<String> ended(String address) {
    return Patience.find(() ->
        Optional.of(
                post.to(address).stream()
                    .map(Object::toString)
                    .filter(it -> it.contains(ENDED))
                    .toList())
            .filter(mails -> !mails.isEmpty()));
  }

  private boolean wish(CaseReference of, Wanted wanted, String words) {
    wishes.take(of, wanted, words, null);
    return true;
  }
}
