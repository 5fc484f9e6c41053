package candour.casework;

import static candour.casework.Guarded.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Reclassification.State;
import candour.platform.Acting;
import candour.platform.Fact;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The one way out of the guard. */
@PortalTest
@RecordApplicationEvents
class ReclassificationTests {

  @Autowired Reclassifications reclassifications;
  @Autowired Correspondence correspondence;
  @Autowired Guarded guarded;
  @Autowired Samples samples;
  @Autowired MovableClock clock;
  @Autowired ApplicationEvents events;

  private CaseReference reference;
  private Officer one;
  private Officer other;

  @BeforeEach
  void open() {
    reference = samples.guardedCase();
    one = samples.officer("One", Role.SENIOR);
    other = samples.officer("Other", Role.SENIOR);
  }

  @Test
  void two_officers_a_notice_that_went_out_and_time_end_a_guard() {
    var id = guarded.proposed(reference, one);
    assertThat(guarded.state(reference)).isEqualTo(State.PROPOSED);
    other.acting().run(() -> guarded.approve(reference, id, other));
    assertThat(guarded.state(reference)).isEqualTo(State.NOTICED);
    assertThat(samples.as(Acting.system(), () -> correspondence.messages(reference)).getLast())
        .extracting(Message::words)
        .asString()
        .contains(REASON, "If you object before that, it does not take effect.");
    guarded.later(20);
    assertThat(guarded.isGuarded(reference)).as("the mail has not gone out").isTrue();
    clock.reset();
    guarded.goesOut(id);
    guarded.later(13);
    assertThat(guarded.isGuarded(reference)).as("the notice runs").isTrue();
    guarded.later(1);
    assertThat(guarded.isGuarded(reference)).isFalse();
    assertThat(guarded.state(reference)).isEqualTo(State.EFFECTIVE);
    guarded.later(1);
    assertThat(facts())
        .containsExactly(
            "case.reclassification-proposed",
            "case.reclassification-approved",
            "case.reclassification-noticed",
            "case.reclassification-effective");
  }

  @Test
  void an_objection_stops_it_and_a_fresh_proposal_has_to_answer_it() {
    var id = guarded.proposed(reference, one);
    other.acting().run(() -> guarded.approve(reference, id, other));
    guarded.goesOut(id);
    var holder = samples.holderOf(reference).acting();
    assertThat(holder.call(() -> reclassifications.of(reference))).hasSize(1);
    holder.run(() -> reclassifications.object(reference, "It <b>is</b> for my status.", null));
    holder.run(() -> reclassifications.object(reference, "Sent twice.", null));
    guarded.later(30);
    assertThat(guarded.isGuarded(reference)).isTrue();
    assertThat(guarded.state(reference)).isEqualTo(State.OBJECTED);
    assertThat(propose(null)).isEqualTo("objection-unanswered");
    assertThat(propose("short")).isEqualTo("reclassification-answer-check");
    assertThat(propose(REASON)).isEqualTo("nothing");
    assertThat(facts()).filteredOn(it -> it.endsWith("-objected")).hasSize(1);
    assertThat(holder.call(() -> reclassifications.of(reference)))
        .as("what is only proposed is the office's")
        .hasSize(1);
  }

  @Test
  void an_objection_by_letter_is_recorded_by_an_officer() {
    guarded.noticed(reference);
    var releaser = samples.officer("Releaser", Role.RELEASER);
    assertThat(by(releaser, () -> reclassifications.object(reference, "", releaser)))
        .isEqualTo("caseworkers-only");
    assertThat(
            guarded.refusal(Acting.system(), () -> reclassifications.object(reference, "", null)))
        .isEqualTo("officer-needed");
    assertThat(by(one, () -> reclassifications.object(reference, "", one))).isEqualTo("nothing");
    assertThat(guarded.state(reference)).isEqualTo(State.OBJECTED);
  }

  @Test
  void what_is_returned_is_never_heard_of() {
    var id = guarded.proposed(reference, one);
    assertThat(by(one, () -> guarded.approve(reference, id, one))).isEqualTo("four-eyes");
    var caseworker = samples.officer("Caseworker", Role.CASEWORKER);
    assertThat(by(caseworker, () -> guarded.approve(reference, id, caseworker)))
        .isEqualTo("senior-officer-only");
    assertThat(propose(null)).isEqualTo("reclassification-open");
    assertThat(
            by(
                other,
                () ->
                    reclassifications.giveBack(
                        reference, id, "It says so in so many words.", other)))
        .isEqualTo("nothing");
    assertThat(guarded.state(reference)).isEqualTo(State.RETURNED);
    assertThat(by(other, () -> guarded.approve(reference, id, other))).isEqualTo("already-decided");
    var holder = samples.holderOf(reference).acting();
    assertThat(holder.call(() -> reclassifications.of(reference))).isEmpty();
    assertThat(guarded.refusal(holder, () -> reclassifications.object(reference, "", null)))
        .isEqualTo("nothing-to-object-to");
  }

  @Test
  void a_general_request_has_no_guard_to_end() {
    reference = samples.generalCase();
    assertThat(propose(null)).isEqualTo("not-guarded");
  }

  private String propose(@Nullable String answer) {
    return by(one, () -> reclassifications.propose(reference, Purpose.LEGAL, REASON, answer, one));
  }

  private String by(Officer officer, Runnable work) {
    return guarded.refusal(officer.acting(), work);
  }

  private List<String> facts() {
    return events.stream(Fact.class)
        .filter(fact -> reference.value().equals(fact.caseId()))
        .map(Fact::factClass)
        .filter(it -> it.startsWith("case.reclassification"))
        .toList();
  }
}
