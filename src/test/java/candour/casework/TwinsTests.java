package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import candour.casework.Urgency.Cause;
import candour.identity.Capacity;
import candour.identity.DataSubject;
import candour.identity.Identity;
import candour.identity.PartialDate;
import candour.identity.Representative;
import candour.identity.Requester;
import candour.identity.Showing;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Duration;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two requests that may be the same: found, offered, never joined or refused by themselves. */
@PortalTest
class TwinsTests {

  private static final String WHY = "She told us so on the phone.";

  @Autowired Samples samples;
  @Autowired Identity identity;
  @Autowired Casework casework;
  @Autowired Correspondence correspondence;
  @Autowired Twins twins;
  @Autowired Urgencies urgencies;
  @Autowired Parties parties;
  @Autowired ContactDetails contacts;
  @Autowired MovableClock clock;

  private Officer officer;
  private String email;
  private CaseReference older;
  private CaseReference newer;

  @BeforeEach
  void two_requests_forty_days_apart() {
    officer = samples.officer("Ann", Role.CASEWORKER);
    email = UUID.randomUUID() + "@example.org";
    older = open("Hyacinth Walker", email, 1956);
    clock.set(clock.instant().plus(Duration.ofDays(40)));
    newer = open("HYACINTH  Walker", email, 1956);
  }

  @AfterEach
  void reset() {
    clock.reset();
  }

  @Test
  void the_same_name_birth_and_email_are_found_from_both_sides() {
    assertThat(found(older)).containsExactly(newer);
    assertThat(found(newer)).containsExactly(older);
    assertThat(samples.as(samples.holderOf(newer).acting(), () -> twins.of(newer)))
        .singleElement()
        .satisfies(twin -> assertThat(twin.newer()).isFalse());
    assertThat(samples.as(samples.holderOf(newer).acting(), () -> twins.of(older)))
        .as("somebody else's")
        .isEmpty();
  }

  @Test
  void another_name_birth_or_email_or_none_is_another_request() {
    open("Hyacinth Walters", email, 1956);
    open("Hyacinth Walker", email, 1957);
    open("Hyacinth Walker", "other-" + email, 1956);
    open("Hyacinth Walker", null, 1956);
    assertThat(found(older)).containsExactly(newer);
    assertThat(found(open("Hyacinth Walker", null, 1956))).isEmpty();
  }

  @Test
  void what_is_answered_is_never_joined() {
    work(() -> casework.close(older, Outcome.DISCLOSED, casework.summary(newer).receivedOn()));
    assertThat(found(newer)).isEmpty();
    assertThat(found(older)).isEmpty();
  }

  @Test
  void what_is_urgent_in_one_is_urgent_in_both() {
    work(() -> urgencies.change(newer, Cause.REMOVAL, "in May", WHY, officer));
    work(() -> twins.join(newer, twinOf(newer), officer, WHY));
    assertThat(summary(older).urgent()).isTrue();
  }

  @Test
  void the_newer_ends_and_the_older_asks_for_all_of_it_in_its_own_time() {
    var twin = twinOf(newer);
    var due = summary(older).dueOn();
    assertThat(refusal(() -> twins.join(newer, twin, officer, "Same"))).isEqualTo("reason-needed");
    assertThat(refusal(() -> twins.join(newer, twin, null, ""))).isEqualTo("officer-needed");
    work(() -> twins.join(newer, twin, officer, WHY));
    assertThat(summary(newer).outcome()).isEqualTo(Outcome.JOINED);
    assertThat(summary(newer).isOpen()).isFalse();
    assertThat(summary(older).isOpen()).isTrue();
    assertThat(summary(older).dueOn()).isEqualTo(due);
    assertThat(samples.as(officer.acting(), () -> correspondence.messages(older)).getLast().words())
        .contains(summary(newer).number(), "Whatever shows when I arrived.");
    assertThat(samples.logged(newer)).contains("request.joined");
    assertThat(samples.logged(older)).contains("request.widened");
    assertThat(samples.as(officer.acting(), () -> twins.joinedTo(newer)))
        .isEqualTo(summary(older).number());
    assertThat(refusal(() -> twins.join(newer, twin, officer, WHY)))
        .isEqualTo("not-the-same-request");
  }

  @Test
  void the_older_is_never_joined_to_the_newer_whichever_is_looked_at() {
    Acting.system().run(() -> twins.join(older, twinOf(older), null, ""));
    assertThat(summary(newer).outcome()).isEqualTo(Outcome.JOINED);
    assertThat(summary(older).isOpen()).isTrue();
  }

  @Test
  void requests_of_two_people_are_not_joined_by_anybody() {
    var other = open("Somebody Else", email, 1956);
    var twin = new Twin(older, "", summary(older).receivedOn(), false);
    assertThat(refusal(() -> twins.join(other, twin, officer, WHY)))
        .isEqualTo("not-the-same-request");
  }

  @Test
  void what_is_guarded_is_not_joined_to_what_is_not() {
    var guarded = open("Hyacinth Walker", email, 1956, Purpose.PROVE_STATUS);
    assertThat(refusal(() -> twins.join(guarded, twinOf(guarded), officer, WHY)))
        .isEqualTo("joining-keeps-the-guard");
    assertThat(summary(guarded).isOpen()).isTrue();
  }

  @Test
  void what_somebody_follows_is_theirs_as_well_as_what_they_asked_for() {
    var mother = Representative.close(Capacity.PARENT, "Ada Walker", "her mother");
    var asked = open("Hyacinth Walker", email, 1956, Purpose.CHECK, mother);
    var person = samples.as(officer.acting(), () -> parties.join(asked, email, null, null));
    assertThat(others(samples.holderOf(newer).requesterId()))
        .containsExactlyInAnyOrder(
            tuple(samples.holderOf(older).requesterId(), older), tuple(person, asked));
    assertThat(others(person))
        .extracting(it -> it.toList().getLast())
        .containsExactlyInAnyOrder(older, newer);
    assertThat(others(samples.holderOf(asked).requesterId())).as("their mother’s").isEmpty();
  }

  private CaseReference open(String name, @Nullable String mail, int born) {
    return open(name, mail, born, Purpose.CHECK);
  }

  private List<Tuple> others(UUID requester) {
    return samples.as(officer.acting(), () -> contacts.others(requester)).stream()
        .map(it -> tuple(it.requesterId(), it.reference()))
        .toList();
  }

  private CaseReference open(String name, @Nullable String mail, int born, Purpose purpose) {
    return open(name, mail, born, purpose, null);
  }

  private CaseReference open(
      String name,
      @Nullable String mail,
      int born,
      Purpose purpose,
      @Nullable Representative representative) {
    var subject = DataSubject.named(name, "", PartialDate.of(born, Month.MAY));
    var phone = mail == null ? "020 7946 0001" : null;
    return samples.as(
        Acting.visitor(Identifiers.next()),
        () -> {
          var who =
              identity.register(
                  subject,
                  Requester.about(subject, mail, phone, null, Locale.ENGLISH, Showing.NOT_SAID)
                      .as(representative));
          var asked = Samples.named(name, Samples.request(who, purpose));
          return casework.open(asked).reference();
        });
  }

  private Twin twinOf(CaseReference reference) {
    return samples.as(officer.acting(), () -> twins.of(reference)).getFirst();
  }

  private List<CaseReference> found(CaseReference reference) {
    return samples.as(officer.acting(), () -> twins.of(reference)).stream()
        .map(Twin::reference)
        .toList();
  }

  private CaseSummary summary(CaseReference reference) {
    return samples.as(officer.acting(), () -> casework.summary(reference));
  }

  private void work(Runnable work) {
    samples.run(officer.acting(), work);
  }

  private String refusal(Runnable work) {
    var refused = new String[1];
    assertThatThrownBy(() -> work(work))
        .isInstanceOfSatisfying(Refusal.class, refusal -> refused[0] = refusal.rule());
    return refused[0];
  }
}
