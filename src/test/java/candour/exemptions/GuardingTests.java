package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Correspondence;
import candour.casework.Guarded;
import candour.casework.Message;
import candour.casework.Outcome;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Fact;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A request becomes guarded at once, and no path leads past that. */
@PortalTest
@RecordApplicationEvents
class GuardingTests {

  private static final Approval APPROVAL =
      SampleProposal.approval("I read the page and agree.", new Telling.Told());
  private static final String WHY = "They said so on the phone today.";

  @Autowired Exemptions exemptions;
  @Autowired Casework casework;
  @Autowired Correspondence correspondence;
  @Autowired Guarded guarded;
  @Autowired Samples samples;
  @Autowired DirectSql sql;
  @Autowired JdbcClient jdbc;
  @Autowired Days days;
  @Autowired ApplicationEvents events;

  private Officer proposer;
  private Officer approver;
  private CaseReference reference;

  @BeforeEach
  void open() {
    proposer = samples.officer("Proposer", Role.CASEWORKER);
    approver = samples.officer("Approver", Role.SENIOR);
    reference = samples.generalCase();
  }

  @Test
  void what_stands_ends_in_the_same_step_and_what_is_proposed_can_only_be_returned() {
    approved();
    approved();
    var open = proposed();
    proposer.acting().run(() -> exemptions.protect(reference, WHY, proposer));
    proposer.acting().run(() -> exemptions.protect(reference, WHY, proposer));
    assertThat(guarded.isGuarded(reference)).isTrue();
    assertThat(sql.count("standing", reference)).isZero();
    assertThat(endings()).containsExactly("WITHDRAWN RECLASSIFIED", "WITHDRAWN RECLASSIFIED");
    assertThat(facts())
        .containsExactly("determination.ended", "determination.ended", "case.guarded");
    assertThat(approve(open, approver)).isEqualTo("windrush-guard");
    assertThat(approve(open, proposer)).as("before every other rule").isEqualTo("windrush-guard");
    assertThat(
            sql.refusal(
                () -> sql.rule(open.id().value(), "APPROVED", proposer.id(), approver.id())))
        .isEqualTo("windrush-guard");
    assertThat(attempts()).isEqualTo(2);
    approver.acting().run(() -> exemptions.giveBack(reference, open.id(), approver, WHY));
    assertThat(samples.as(Acting.system(), () -> correspondence.messages(reference)).getLast())
        .extracting(Message::words)
        .asString()
        .contains("From today");
  }

  @Test
  void the_requester_says_so_and_an_answered_case_is_open_again_whether_anything_stood_or_not() {
    for (boolean stood : List.of(true, false)) {
      reference = samples.generalCase();
      if (stood) {
        approved();
      }
      samples.run(
          Acting.system(),
          () -> casework.close(reference, Outcome.DISCLOSED_IN_PART, days.today()));
      samples.holderOf(reference).acting().run(() -> exemptions.protect(reference, "", null));
      assertThat(guarded.isGuarded(reference)).isTrue();
      assertThat(sql.count("standing", reference)).isZero();
      var summary = samples.as(Acting.system(), () -> casework.summary(reference));
      assertThat(summary.reopenedOn()).isEqualTo(days.today());
      assertThat(summary.answeredOn()).isEqualTo(days.today());
      assertThat(samples.as(Acting.system(), () -> correspondence.messages(reference)))
          .last()
          .matches(Message::fromRequester);
    }
  }

  @Test
  void who_does_not_work_cases_guards_none_and_nobody_guards_anothers() {
    var releaser = samples.officer("Releaser", Role.RELEASER);
    assertThat(
            guarded.refusal(releaser.acting(), () -> exemptions.protect(reference, WHY, releaser)))
        .isEqualTo("caseworkers-only");
    assertThat(guarded.refusal(Acting.system(), () -> exemptions.protect(reference, WHY, null)))
        .isEqualTo("officer-needed");
    assertThat(
            guarded.refusal(proposer.acting(), () -> exemptions.protect(reference, "x", proposer)))
        .isEqualTo("reason-needed");
    var stranger = samples.holderOf(samples.generalCase()).acting();
    assertThat(guarded.refusal(stranger, () -> exemptions.protect(reference, "", null)))
        .isEqualTo("no-such-case");
    assertThat(guarded.isGuarded(reference)).isFalse();
  }

  @Test
  void the_database_lets_nothing_stand_on_a_guarded_request_nor_end_for_a_guard_that_is_not() {
    approved();
    assertThat(
            sql.refusal(() ->
                jdbc.sql(
                        "insert into casework.protection (protection_id, case_id, words, officer_id, protected_on)"
                            + " values (gen_random_uuid(), ?, ?, ?, current_date)")
                    .params(List.of(reference.value(), WHY, proposer.id()))
                    .update()))
        .isEqualTo("standing_case_id_case_kind_fkey");
    assertThat(guarded.isGuarded(reference)).isFalse();
    assertThat(
            sql.refusal(() ->
                jdbc.sql("select * from exemptions.end_for_guard(?, current_date)")
                    .param(reference.value())
                    .query()
                    .listOfRows()))
        .isEqualTo("reclassified-is-guarded");
    assertThat(sql.count("standing", reference)).isOne();
  }

  /** Every role, through the domain; pages and rows of the database have tests of their own. */
  @ParameterizedTest
  @EnumSource
  void no_role_applies_the_exemption_on_a_guarded_request(Role role) {
    reference = samples.guardedCase();
    var officer = samples.officer("Officer", role);
    var proposal = sample(officer);
    assertThat(guarded.refusal(officer.acting(), () -> exemptions.propose(proposal, officer)))
        .isEqualTo("windrush-guard");
    assertThat(attempts()).isOne();
    assertThat(facts()).containsExactly("determination.refused");
  }

  @Test
  void after_the_guard_has_ended_decisions_start_afresh_and_the_guard_can_come_back() {
    reference = samples.guardedCase();
    guarded.ended(reference);
    assertThat(guarded.isGuarded(reference)).isFalse();
    approved();
    samples.holderOf(reference).acting().run(() -> exemptions.protect(reference, "", null));
    assertThat(guarded.isGuarded(reference)).isTrue();
    assertThat(sql.count("standing", reference)).isZero();
    guarded.ended(reference);
    assertThat(guarded.isGuarded(reference)).isFalse();
  }

  private Proposal sample(Officer officer) {
    var sample = new SampleProposal();
    sample.reference = reference;
    sample.item = sql.item(reference);
    sample.proposedBy = officer.id();
    sample.decidedOn = days.today();
    sample.reviewOn = days.today().plusMonths(6);
    return sample.build();
  }

  private Proposal proposed() {
    var proposal = sample(proposer);
    proposer.acting().run(() -> exemptions.propose(proposal, proposer));
    return proposal;
  }

  private void approved() {
    assertThat(approve(proposed(), approver)).isEqualTo("nothing");
    events.clear();
  }

  private String approve(Proposal proposal, Officer officer) {
    return guarded.refusal(
        officer.acting(), () -> exemptions.approve(reference, proposal.id(), officer, APPROVAL));
  }

  private List<String> endings() {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    "select ending || ' ' || ended_by from exemptions.ending join exemptions.proposal"
                        + " using (proposal_id) where case_id = ?")
                .param(reference.value())
                .query((row, _) -> row.getString(1))
                .list());
  }

  private long attempts() {
    return sql.count("refused_attempt", reference);
  }

  private List<String> facts() {
    return events.stream(Fact.class)
        .filter(fact -> reference.value().equals(fact.caseId()))
        .map(Fact::factClass)
        .filter(it -> it.startsWith("determination.") || it.equals("case.guarded"))
        .filter(it -> !it.endsWith("proposed"))
        .toList();
  }
}
