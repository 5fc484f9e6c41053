package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.identity.Identity;
import candour.identity.PartialDate;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class OpeningTests {

  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired Correspondence correspondence;
  @Autowired Requests requests;
  @Autowired CaseClock clock;
  @Autowired Identity identity;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock time;

  private final Acting system = Acting.system();

  @Test
  void a_visitor_opens_a_case_and_its_clock_runs_from_receipt_in_london() {
    time.set(Instant.parse("2026-06-30T23:30:00Z"));
    var opened = samples.open(Purpose.APPLICATION);
    var summary = samples.as(system, () -> casework.summary(opened.reference()));
    assertThat(summary.receivedOn()).isEqualTo("2026-07-01");
    assertThat(summary.dueOn()).isEqualTo("2026-08-03");
    assertThat(summary.number()).isEqualTo(opened.number()).matches("SAR-.{4}-.{4}");
    assertThat(summary.stage()).isEqualTo(Stage.RECEIVED);
    assertThat(summary.allocatedTo()).isEmpty();
  }

  @Test
  void asking_to_prove_ones_status_guards_the_case_and_nothing_else_does() {
    for (var purpose : Purpose.values()) {
      var reference = samples.open(purpose).reference();
      var facts = samples.as(system, () -> casework.facts(reference));
      assertThat(facts.guarded()).as(purpose.name()).isEqualTo(purpose == Purpose.PROVE_STATUS);
      assertThat(facts.purpose()).isEqualTo(purpose);
    }
  }

  @Test
  void a_request_reads_back_as_it_was_made() {
    var opened = samples.open(Purpose.NOT_SAID);
    var asked = samples.as(system, () -> casework.asked(opened.reference()));
    assertThat(asked)
        .isEqualTo(
            Samples.request(
                new candour.identity.Registered(asked.subjectId(), asked.requesterId()),
                Purpose.NOT_SAID));
    var person = samples.as(system, () -> identity.subject(asked.subjectId()));
    assertThat(person.born()).isEqualTo(PartialDate.of(1956, Month.MAY));
    assertThat(samples.as(system, () -> identity.subjectsNamed("BERYL constance Campbell ")))
        .contains(person);
  }

  @Test
  void a_visitor_sees_no_case_and_a_requester_only_their_own() {
    var own = samples.generalCase();
    var other = samples.generalCase();
    var visitor = Acting.visitor(own.value());
    var requester = samples.holderOf(own).acting();
    assertUnseen(visitor, own);
    assertUnseen(requester, other);
    assertThat(samples.as(requester, () -> casework.summary(own)).reference()).isEqualTo(own);
    assertThat(samples.as(requester, () -> casework.progress(own)).step())
        .isEqualTo(Progress.Step.RECEIVED);
    assertThatThrownBy(() ->
            samples.as(
                requester,
                () -> {
                  correspondence.write(other, "Let me in.");
                  return true;
                }))
        .hasMessage("no-such-case");
    assertThat(samples.as(visitor, () -> identity.subjectsNamed("Beryl Constance Campbell")))
        .isEmpty();
  }

  private void assertUnseen(Acting acting, CaseReference reference) {
    assertThatThrownBy(() -> samples.as(acting, () -> casework.summary(reference)))
        .isInstanceOf(EmptyResultDataAccessException.class);
    assertThatThrownBy(() -> samples.as(acting, () -> casework.progress(reference)))
        .isInstanceOf(EmptyResultDataAccessException.class);
  }

  @Test
  void a_number_that_is_taken_is_not_given_twice() {
    var opened = samples.open(Purpose.CHECK);
    var asked = samples.as(system, () -> casework.asked(opened.reference()));
    var added =
        samples.as(
            Acting.visitor(null),
            () ->
                requests.add(
                    new CaseReference(Identifiers.unguessable()),
                    opened.number(),
                    asked,
                    new Received(Instant.parse("2026-06-30T12:00:00Z"), null),
                    clock.first(LocalDate.of(2026, 6, 30)),
                    new byte[60]));
    assertThat(added).isFalse();
  }

  @Test
  void a_case_is_found_by_its_number_however_it_is_typed() {
    var opened = samples.open(Purpose.CHECK);
    var officer = samples.officer("Ann", Officer.Role.CASEWORKER).acting();
    var typed = " " + opened.number().toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
    assertThat(samples.as(officer, () -> casework.numbered(typed))).contains(opened.reference());
    assertThat(samples.as(officer, () -> casework.numbered("SAR-0000")))
        .isEqualTo(Optional.empty());
    assertThat(samples.as(Acting.visitor(null), () -> casework.numbered(typed))).isEmpty();
  }
}
