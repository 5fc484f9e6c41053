package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.Complaint.Cause;
import candour.casework.Complaint.Outcome;
import candour.casework.Complaint.State;
import candour.casework.Listed.Place;
import candour.casework.OpenRedress.Kind;
import candour.identity.DataSubject;
import candour.identity.Identity;
import candour.identity.IdentityRoute;
import candour.identity.PartialDate;
import candour.identity.Requester;
import candour.identity.Showing;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A complaint to the controller, from receipt to its outcome (DPA 2018 s.164A). */
@PortalTest
@RecordApplicationEvents
class ComplaintsTests {

  private static final String REASONS =
      "You waited eleven days longer than the law allows, and nobody told you why.";

  @Autowired Complaints complaints;
  @Autowired OpenRedress open;
  @Autowired Correspondence correspondence;
  @Autowired Casework casework;
  @Autowired Identity identity;
  @Autowired Guarded guarded;
  @Autowired Samples samples;
  @Autowired MovableClock clock;
  @Autowired Days days;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEvents events;

  private CaseReference reference;
  private Officer caseworker;
  private Officer senior;

  @BeforeEach
  void open() {
    reference = samples.generalCase();
    caseworker = samples.officer("Amara Okafor", Role.CASEWORKER);
    senior = samples.officer("Mair Bowen", Role.SENIOR);
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void it_is_acknowledged_at_once_looked_into_and_decided_with_reasons_and_rights() {
    var id = complain(Set.of(Cause.LATE), "I <b>wait</b>.");
    assertThat(complain(Set.of(Cause.LATE), "I <b>wait</b>.")).as("sent twice").isEqualTo(id);
    assertThat(mine(id).state()).isEqualTo(State.ACKNOWLEDGED);
    assertThat(mine(id).notices().getFirst().words()).contains("Information Commissioner");
    assertThat(tell(id)).isEqualTo(Dispatch.MAILED);
    tell(id);
    assertThat(mine(id).notices()).as("told twice is once").hasSize(2);
    assertThat(mine(id).state()).isEqualTo(State.PROGRESS);
    assertThat(decide(id, senior)).isEqualTo("nothing");
    assertThat(decide(id, senior)).isEqualTo("complaint-is-decided");
    assertThat(by(caseworker, () -> tell(id))).isEqualTo("complaint-is-decided");
    assertThat(mine(id).isUpheld()).isTrue();
    assertThat(as(() -> correspondence.messages(reference)).getLast().words())
        .contains(REASONS, "section 164A", "section 165", "section 167");
    assertThat(events.stream(RedressMoved.class).map(RedressMoved::factClass))
        .containsExactly(
            "complaint.received",
            "complaint.acknowledged",
            "complaint.progress-told",
            "complaint.decided");
  }

  /** Rows 34 and 36 of the table of deadlines. */
  @Test
  void thirty_days_to_acknowledge_run_for_what_came_since_the_duty_began() {
    clock.set(Instant.parse("2026-06-15T10:00:00Z"));
    reference = samples.generalCase();
    clock.set(Instant.parse("2026-07-20T10:00:00Z"));
    assertThat(mine(receive(LocalDate.of(2026, 6, 19))).acknowledgeBy())
        .isEqualTo(LocalDate.of(2026, 7, 20));
    assertThat(mine(receive(LocalDate.of(2026, 6, 18))).acknowledgeBy()).isNull();
    assertThat(by(caseworker, () -> receive(LocalDate.of(2026, 6, 14))))
        .isEqualTo("before-receipt");
    assertThat(by(caseworker, () -> receive(LocalDate.of(2026, 7, 21)))).isEqualTo("not-yet");
  }

  @Test
  void whoever_can_only_be_rung_is_acknowledged_by_the_officer_who_rings_them() {
    reference = rung();
    var id = complain(Set.of(Cause.TREATMENT), "");
    assertThat(mine(id).state()).isEqualTo(State.RECEIVED);
    assertThat(mine(id).isUnacknowledgedOn(days.today().plusDays(28))).isFalse();
    assertThat(mine(id).isUnacknowledgedOn(days.today().plusDays(40))).isTrue();
    assertThat(listed()).first().extracting(OpenRedress.Row::acknowledged).isEqualTo(false);
    assertThat(tell(id)).isEqualTo(Dispatch.TO_BE_PHONED);
    assertThat(mine(id).state()).isEqualTo(State.ACKNOWLEDGED);
    assertThat(listed()).filteredOn(row -> row.id().equals(id)).allMatch(it -> it.acknowledged());
    decide(id, senior);
    assertThat(listed()).noneMatch(row -> row.id().equals(id));
  }

  @Test
  void an_upheld_complaint_about_the_answer_opens_the_case_again_and_no_other_does() {
    answered();
    decide(complain(Set.of(Cause.LATE), ""), senior);
    assertThat(reopenedOn()).isNull();
    var refused = complain(Set.of(Cause.MISSING), "");
    senior
        .acting()
        .run(() -> complaints.decide(reference, refused, Outcome.NOT_UPHELD, REASONS, senior));
    assertThat(reopenedOn()).isNull();
    decide(complain(Set.of(Cause.MISSING, Cause.LATE), ""), senior);
    assertThat(reopenedOn()).isEqualTo(days.today());
  }

  @Test
  void only_a_senior_officer_who_does_not_work_on_the_case_decides() {
    var id = complain(Set.of(Cause.LATE), "");
    assertThat(decide(id, caseworker)).isEqualTo("senior-officer-only");
    var both = samples.officer("Carys", Role.CASEWORKER, Role.SENIOR);
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql("update casework.request set allocated_to = ? where case_id = ?")
                .param(both.id())
                .param(reference.value())
                .update());
    assertThat(decide(id, both)).isEqualTo("complaint-about-own-work");
    assertThat(decide(id, samples.officer("David", Role.SENIOR))).isEqualTo("nothing");
  }

  @Test
  void nobody_sees_complaints_about_the_request_of_somebody_else() {
    var id = complain(Set.of(Cause.LATE), "");
    var other = samples.holderOf(samples.generalCase()).acting();
    assertThat(other.call(() -> complaints.of(reference))).isEmpty();
    assertThatThrownBy(() -> other.call(() -> complaints.get(reference, id)))
        .isInstanceOf(EmptyResultDataAccessException.class);
    assertThatThrownBy(
            () -> other.run(() -> complaints.complain(reference, Set.of(Cause.LATE), "")))
        .isInstanceOf(Refusal.class);
    assertThat(other.call(() -> open.page(Kind.COMPLAINT, Place.TOP)).rows()).isEmpty();
  }

  @Test
  void the_list_is_read_page_by_page_and_nothing_is_missed() {
    for (int i = 0; i < Listed.ROWS; i++) {
      complain(Set.of(Cause.OTHER), "Complaint " + i);
    }
    var first = page(Place.TOP);
    assertThat(first.rows()).hasSize(Listed.ROWS);
    var seen = new ArrayList<>(first.rows());
    for (var next = first.next(); next != null; ) {
      var page = page(Place.read(next.toString()).orElseThrow());
      seen.addAll(page.rows());
      next = page.next();
    }
    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen).filteredOn(row -> row.reference().equals(reference)).hasSize(Listed.ROWS);
    assertThat(seen)
        .isSortedAccordingTo((a, b) ->
            a.acknowledged() == b.acknowledged()
                ? a.receivedOn().compareTo(b.receivedOn())
                : Boolean.compare(a.acknowledged(), b.acknowledged()));
    assertThat(Place.read("nowhere")).isEmpty();
    for (var day : List.of("2026-13-01", "+999999999-12-31", "-0001-01-01")) {
      assertThat(Place.read("true." + day + "." + UUID.randomUUID())).as(day).isEmpty();
    }
  }

  private UUID complain(Set<Cause> about, String words) {
    return samples
        .holderOf(reference)
        .acting()
        .call(() -> complaints.complain(reference, about, words));
  }

  private UUID receive(LocalDate on) {
    return caseworker
        .acting()
        .call(() ->
            complaints.receive(
                reference, Set.of(Cause.LATE), "On paper", Channel.PAPER, on, caseworker));
  }

  private Dispatch tell(UUID id) {
    return caseworker
        .acting()
        .call(() -> complaints.tell(reference, id, "We read your file now.", caseworker));
  }

  private String decide(UUID id, Officer officer) {
    return by(officer, () -> complaints.decide(reference, id, Outcome.UPHELD, REASONS, officer));
  }

  private String by(Officer officer, Runnable work) {
    return guarded.refusal(officer.acting(), work);
  }

  private Complaint mine(UUID id) {
    return samples.holderOf(reference).acting().call(() -> complaints.get(reference, id));
  }

  private <T> T as(java.util.function.Supplier<T> work) {
    return samples.holderOf(reference).acting().call(work::get);
  }

  private List<OpenRedress.Row> listed() {
    return page(Place.TOP).rows();
  }

  private Listed<OpenRedress.Row> page(Place after) {
    return caseworker.acting().call(() -> open.page(Kind.COMPLAINT, after));
  }

  private @Nullable LocalDate reopenedOn() {
    return samples.as(Acting.system(), () -> casework.summary(reference)).reopenedOn();
  }

  private void answered() {
    samples.run(
        Acting.system(),
        () -> casework.close(reference, candour.casework.Outcome.DISCLOSED, days.today()));
  }

  private CaseReference rung() {
    var subject = DataSubject.named("Beryl Campbell", "", PartialDate.of(1956, Month.MAY));
    return samples.as(
        Acting.visitor(Identifiers.next()),
        () ->
            casework
                .open(
                    Samples.request(
                        identity.register(
                            subject,
                            Requester.about(
                                subject,
                                null,
                                "0300 000 0001",
                                null,
                                Locale.ENGLISH,
                                Showing.by(
                                    Set.of(IdentityRoute.SOMEONE_WHO_KNOWS_ME), "My teacher."))),
                        Purpose.CHECK))
                .reference());
  }
}
