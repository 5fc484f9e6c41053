package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import candour.casework.CaseReference;
import candour.exemptions.DeterminationEvent.DeterminationApproved;
import candour.exemptions.DeterminationEvent.DeterminationEnded;
import candour.exemptions.DeterminationEvent.DeterminationProposed;
import candour.exemptions.DeterminationEvent.DeterminationRefused;
import candour.exemptions.DeterminationEvent.DeterminationReturned;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Determinations from proposal to end, in the database and in the log. */
@PortalTest
@RecordApplicationEvents
class ExemptionsTests {

  private static final String REASON = "I read the page and agree.";
  private static final Telling TOLD = new Telling.Told();
  private static final Approval APPROVAL = SampleProposal.approval(REASON, TOLD);

  @Autowired Exemptions exemptions;
  @Autowired Samples samples;
  @Autowired DirectSql sql;
  @Autowired JdbcClient jdbc;
  @Autowired Days days;
  @Autowired ApplicationEvents events;

  private Officer proposer;
  private Officer approver;
  private CaseReference reference;
  private Item item;

  @BeforeEach
  void open() {
    proposer = samples.officer("Proposer", Role.CASEWORKER);
    approver = samples.officer("Approver", Role.SENIOR);
    reference = samples.generalCase();
    item = sql.item(reference);
  }

  @Test
  void what_was_proposed_is_read_back_word_for_word() {
    for (var conclusion :
        List.of(
            new Conclusion.Apply(TOLD),
            new Conclusion.Apply(
                new Telling.NotTold(
                    "Telling would show <b>how</b> the ŵyneb operation is carried out.",
                    days.today().plusMonths(2))),
            new Conclusion.Refrain())) {
      var sample = sample();
      sample.item = sql.item(reference);
      sample.conclusion = conclusion;
      sample.lesserStep = "Mae'r tŷ 'yma'; drop table -- {{7*7}} ${7*7} \ud83d\udcc4 %s ".repeat(3);
      var proposal = sample.build();
      propose(proposal);
      assertThat(get(proposal)).isEqualTo(new Determination.Proposed(proposal));
    }
    assertThat(exemptions(() -> exemptions.of(reference))).hasSize(3);
  }

  @Test
  void approved_by_another_officer_it_is_in_force_until_it_is_withdrawn() {
    var proposal = sample().build();
    propose(proposal);
    assertThat(exemptions(() -> exemptions.inForce(reference))).isEmpty();
    approver.acting().run(() -> exemptions.approve(reference, proposal.id(), approver, APPROVAL));
    assertThat(exemptions(() -> exemptions.inForce(reference)))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.proposal()).isEqualTo(proposal);
          assertThat(it.telling()).isEqualTo(TOLD);
          assertThat(it.ruling())
              .extracting(Ruling::by, Ruling::reason, Ruling::on)
              .containsExactly(approver.id(), REASON, days.today());
        });
    approver.acting().run(() -> exemptions.withdraw(reference, proposal.id(), approver, REASON));
    assertThat(exemptions(() -> exemptions.inForce(reference))).isEmpty();
    assertThat(get(proposal)).isInstanceOf(Determination.Ended.class);
    assertThat(sql.count("standing", reference)).isZero();
    var id = proposal.id().value();
    assertThat(events.stream(DeterminationEvent.class))
        .containsExactly(
            new DeterminationProposed(
                reference.value(), "uk-gdpr-15-1-3", id, item.id(), true, proposer.id()),
            new DeterminationApproved(
                reference.value(), "uk-gdpr-15-1-3", id, true, proposal.summary(), approver.id()),
            new DeterminationEnded(
                reference.value(),
                "uk-gdpr-15-1-3",
                id,
                Ending.Kind.WITHDRAWN,
                Ending.By.OFFICE,
                approver.id()));
  }

  @Test
  void what_is_returned_is_proposed_afresh() {
    var first = sample().build();
    propose(first);
    approver.acting().run(() -> exemptions.giveBack(reference, first.id(), approver, REASON));
    assertThat(get(first)).isInstanceOf(Determination.Returned.class);
    propose(sample().build());
    assertThat(events.stream(DeterminationReturned.class))
        .containsExactly(
            new DeterminationReturned(
                reference.value(), "uk-gdpr-15-1-3", first.id().value(), approver.id()));
  }

  @Test
  void what_refrains_is_approved_and_kept_but_never_stands() {
    var sample = sample();
    sample.conclusion = new Conclusion.Refrain();
    var proposal = sample.build();
    propose(proposal);
    approver.acting().run(() -> exemptions.approve(reference, proposal.id(), approver, APPROVAL));
    assertThat(get(proposal)).isInstanceOf(Determination.NotApplied.class);
    assertThat(sql.count("standing", reference)).isZero();
    assertThat(refusal(() -> exemptions.withdraw(reference, proposal.id(), approver, REASON)))
        .isEqualTo("not-in-force");
  }

  @Test
  void an_attempt_on_a_guarded_request_is_refused_recorded_and_logged() {
    reference = samples.guardedCase();
    item = sql.item(reference);
    var proposal = sample().build();
    assertThat(refusal(() -> propose(proposal))).isEqualTo("windrush-guard");
    assertThat(
            refusal(() ->
                proposer.acting().run(() -> exemptions.refuseIfBlocked(reference, null, proposer))))
        .isEqualTo("windrush-guard");
    assertThat(sql.count("proposal", reference)).isZero();
    assertThat(sql.count("refused_attempt", reference)).isEqualTo(2);
    assertThat(events.stream(DeterminationEvent.class))
        .containsExactly(
            new DeterminationRefused(
                reference.value(), "uk-gdpr-15-1-3", "windrush-guard", proposer.id()),
            new DeterminationRefused(reference.value(), null, "windrush-guard", proposer.id()));
  }

  @Test
  void an_attempt_to_approve_ones_own_is_refused_recorded_and_logged() {
    var sample = sample();
    sample.proposedBy = approver.id();
    var proposal = sample.build();
    propose(proposal, approver);
    assertThat(refusal(() -> exemptions.approve(reference, proposal.id(), approver, APPROVAL)))
        .isEqualTo("four-eyes");
    assertThat(refusal(() -> exemptions.giveBack(reference, proposal.id(), approver, REASON)))
        .isEqualTo("four-eyes");
    assertThat(sql.count("refused_attempt", reference)).isEqualTo(2);
    assertThat(get(proposal)).isInstanceOf(Determination.Proposed.class);
    assertThat(events.stream(DeterminationRefused.class))
        .extracting(DeterminationRefused::rule)
        .containsExactly("four-eyes", "four-eyes");
  }

  @Test
  void a_summary_that_names_this_subject_is_refused() {
    var sample = sample();
    sample.summary = "Part of a page about Campbell that shows a method.";
    assertThat(refusal(() -> exemptions.propose(sample.build(), proposer)))
        .isEqualTo("summary-names-nobody");
    assertThat(sql.count("refused_attempt", reference)).isZero();
  }

  @Test
  void a_determination_is_decided_once_and_found_only_in_its_own_case() {
    var proposal = sample().build();
    propose(proposal);
    approver.acting().run(() -> exemptions.approve(reference, proposal.id(), approver, APPROVAL));
    assertThat(refusal(() -> exemptions.giveBack(reference, proposal.id(), approver, REASON)))
        .isEqualTo("already-decided");
    var other = samples.generalCase();
    assertThat(
            catchThrowableOfType(
                EmptyResultDataAccessException.class,
                () -> exemptions(() -> exemptions.get(other, proposal.id()))))
        .isNotNull();
  }

  @Test
  void the_register_says_what_is_law_in_both_languages() {
    var register = exemptions(() -> exemptions.register());
    assertThat(register.getFirst().code()).isEqualTo(Exemption.IMMIGRATION);
    assertThat(register)
        .extracting(Exemption::code)
        .containsExactlyInAnyOrder(
            "IMMIGRATION",
            "CRIME_TAX",
            "THIRD_PARTY",
            "LEGAL_PRIVILEGE",
            "SELF_INCRIM",
            "MGMT_FORECAST",
            "NEGOTIATION",
            "CONF_REFERENCE",
            "HEALTH_SERIOUS_HARM",
            "HEALTH_NO_OPINION",
            "HEALTH_EXPECTATION",
            "NOT_ABOUT_YOU");
    assertThat(register.getFirst().from()).isEqualTo(LocalDate.of(2024, 3, 8));
    assertThat(register)
        .allSatisfy(it -> {
          assertThat(it.name(Locale.of("cy"))).isNotBlank().isNotEqualTo(it.name(Locale.UK));
          assertThat(it.told(Locale.of("cy"))).isNotBlank().isNotEqualTo(it.told(Locale.UK));
          assertThat(it.test().in(Locale.of("cy")))
              .isNotBlank()
              .isNotEqualTo(it.test().in(Locale.UK));
          assertThat(it.caseByCase() || !it.fields().isEmpty()).isTrue();
        });
  }

  @Test
  void where_the_exemption_is_not_the_controllers_it_is_neither_listed_nor_proposed() {
    var proposal = sample().build();
    secretaryOfState(false);
    try {
      assertThat(exemptions(() -> exemptions.register()))
          .isNotEmpty()
          .noneMatch(ground -> ground.code().equals(Exemption.IMMIGRATION));
      assertThat(refusal(() -> propose(proposal))).isEqualTo("secretary-of-state-only");
    } finally {
      secretaryOfState(true);
    }
    assertThat(sql.count("refused_attempt", reference)).isOne();
  }

  private void secretaryOfState(boolean is) {
    samples.as(
        Acting.system(),
        () -> jdbc.sql("update platform.controller set secretary_of_state = ?").param(is).update());
  }

  private SampleProposal sample() {
    var sample = new SampleProposal();
    sample.reference = reference;
    sample.item = item;
    sample.proposedBy = proposer.id();
    sample.decidedOn = days.today();
    sample.reviewOn = days.today().plusMonths(6);
    return sample;
  }

  private void propose(Proposal proposal) {
    propose(proposal, proposer);
  }

  private void propose(Proposal proposal, Officer officer) {
    officer.acting().run(() -> exemptions.propose(proposal, officer));
  }

  private Determination get(Proposal proposal) {
    return exemptions(() -> exemptions.get(reference, proposal.id()));
  }

  private <T> T exemptions(Supplier<T> question) {
    return approver.acting().call(question);
  }

  private String refusal(Runnable attempt) {
    return catchThrowableOfType(Refusal.class, () -> approver.acting().run(attempt)).rule();
  }
}
