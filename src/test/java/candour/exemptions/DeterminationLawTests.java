package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The law's lowest level: what the database refuses the portal itself, each by its rule's name. */
@PortalTest
class DeterminationLawTests {

  private static final String BLANK = " ".repeat(60);
  private static final String FORTY = "x".repeat(40);

  @Autowired Samples samples;
  @Autowired DirectSql sql;

  private Officer proposer;
  private Officer approver;
  private CaseReference reference;
  private Item item;

  @BeforeEach
  void open() {
    proposer = samples.officer("Proposer", Role.SENIOR);
    approver = samples.officer("Approver", Role.SENIOR);
    reference = samples.generalCase();
    item = sql.item(reference);
  }

  @Test
  void a_lawful_determination_is_proposed_approved_and_ended() {
    var id = approved();
    assertThat(sql.count("standing", reference)).isOne();
    assertThat(
            sql.refusal(() -> {
              sql.end(id, approver.id(), "OFFICE");
              sql.unstand(id);
            }))
        .isEqualTo("nothing");
    assertThat(sql.count("standing", reference)).isZero();
  }

  @Test
  void nothing_applies_the_exemption_on_a_guarded_request() {
    var guarded = samples.guardedCase();
    var page = sql.item(guarded);
    assertThat(refusal(row(guarded, page))).isEqualTo("windrush-guard");
    var kept = row(guarded, page).with("outcome", "NOT_APPLIED").with("tell", null);
    assertThat(refusal(kept)).isEqualTo("nothing");
    for (var kind : List.of("GUARDED", "GENERAL")) {
      assertThat(
              sql.refusal(() -> {
                sql.rule(kept.id(), "APPROVED", proposer.id(), approver.id());
                sql.stand(kept, kind);
              }))
          .isEqualTo(kind.equals("GUARDED") ? "windrush-guard" : "standing_case_id_case_kind_fkey");
    }
  }

  @Test
  void the_exemption_is_the_secretary_of_states_alone() {
    assertThat(
            sql.refusal(() -> {
              sql.run("update platform.controller set secretary_of_state = false");
              sql.propose(row(reference, item));
            }))
        .isEqualTo("secretary-of-state-only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limb_a_met", "limb_b_met", "limb_c_met"})
  void applying_needs_every_limb(String limb) {
    assertThat(refusal(row(reference, item).with(limb, false))).isEqualTo("all-three-limbs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prejudice_to",
        "prejudice_likelihood",
        "lesser_step",
        "limb_a_reason",
        "limb_b_reason",
        "limb_c_reason",
        "summary"
      })
  void nothing_is_left_blank_or_too_long(String column) {
    var name = "proposal-" + column.replace('_', '-') + "-check";
    assertThat(refusal(row(reference, item).with(column, BLANK))).isEqualTo(name);
    assertThat(refusal(row(reference, item).with(column, "x".repeat(20_001)))).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "provision, ART_16, one-of-six-provisions",
    "provision, ART_12, one-of-six-provisions",
    "purpose, OTHER, proposal-purpose-check",
    "extent, CASE, proposal-extent-check",
    "outcome, MAYBE, proposal-outcome-check",
    "rule_version, IMM_V2, proposal-rule-version-check",
    "summary, About the case of 1984 and its files, summary-names-nobody",
    "summary, About a letter to a@b and its files, summary-names-nobody",
  })
  void nothing_outside_the_lists_is_kept(String column, String value, String name) {
    assertThat(refusal(row(reference, item).with(column, value))).isEqualTo(name);
  }

  @Test
  void a_review_falls_within_a_year_of_the_decision() {
    var today = SampleProposal.TODAY;
    for (var on : Stream.of(today, today.minusDays(1), today.plusYears(1).plusDays(1)).toList()) {
      assertThat(refusal(row(reference, item).with("review_on", on)))
          .isEqualTo("review-within-a-year");
    }
    var old = row(reference, item).with("decided_on", today.withYear(2023));
    assertThat(refusal(old.with("review_on", today.withYear(2024)))).isEqualTo("rule-in-force");
  }

  @Test
  void seven_considerations_are_there_when_it_is_kept() {
    assertThat(sql.refusal(() -> sql.propose(row(reference, item), 6)))
        .isEqualTo("seven-considerations");
    assertThat(
            sql.refusal(() -> {
              sql.propose(row(reference, item), 6);
              sql.run(
                  "insert into exemptions.consideration (proposal_id, code, words) select proposal_id, 'OTHER_DUTY', repeat(' ', 40)"
                      + " from exemptions.proposal");
            }))
        .isEqualTo("consideration-words-check");
  }

  @Test
  void an_item_of_another_case_is_not_decided_on() {
    var other = samples.generalCase();
    assertThat(refusal(row(other, item))).isEqualTo("proposal_item_id_case_id_within_id_fkey");
    assertThat(refusal(row(reference, item).with("within_id", UUID.randomUUID())))
        .isEqualTo("proposal_item_id_case_id_within_id_fkey");
  }

  @Test
  void one_item_and_provision_has_one_open_determination_and_a_new_occasion_each_time() {
    var first = proposed();
    assertThat(refusal(row(reference, item))).isEqualTo("already-proposed");
    assertThat(refusal(row(reference, item).with("provision", "ART_21_1"))).isEqualTo("nothing");
    assertThat(sql.refusal(() -> sql.rule(first.id(), "RETURNED", proposer.id(), approver.id())))
        .isEqualTo("nothing");
    var second = proposed();
    assertThat(sql.occasion(first.id())).isOne();
    assertThat(sql.occasion(second.id())).isEqualTo(2);
    approve(second);
    assertThat(refusal(row(reference, item))).isEqualTo("already-in-force");
  }

  @Test
  void proposer_does_not_rule_on_the_proposal() {
    var row = proposed();
    assertThat(sql.refusal(() -> sql.rule(row.id(), "RETURNED", proposer.id(), proposer.id())))
        .isEqualTo("four-eyes");
    assertThat(sql.refusal(() -> sql.rule(row.id(), "RETURNED", approver.id(), proposer.id())))
        .isEqualTo("ruling_proposal_id_proposed_by_fkey");
    var caseworker = samples.officer("Caseworker", Role.CASEWORKER);
    var releaser = samples.officer("Releaser", Role.RELEASER);
    assertThat(refusal(new ProposalRow(reference, sql.item(reference), releaser)))
        .isEqualTo("not-a-caseworker");
    assertThat(sql.refusal(() -> sql.rule(row.id(), "RETURNED", proposer.id(), caseworker.id())))
        .isEqualTo("senior-officer-only");
  }

  @Test
  void no_reason_escapes_comparison() {
    for (var undo :
        List.of(
            "update exemptions.sketch set hashes = hashes",
            "delete from exemptions.sketch",
            "delete from exemptions.fingerprint",
            "insert into exemptions.fingerprint (hash, proposal_id, field, case_id)"
                + " select 1, proposal_id, field, case_id from exemptions.sketch")) {
      assertThat(sql.refusal(() -> sql.run(undo))).startsWith("permission denied for table");
    }
    var quiet =
        row(reference, item)
            .with("tell", false)
            .with("tell_reason", FORTY)
            .with("tell_review_on", SampleProposal.TODAY.plusMonths(1));
    assertThat(sql.refusal(() -> sql.proposeUnsketched(quiet))).isEqualTo("sketched-in-full");
    assertThat(refusal(quiet)).isEqualTo("nothing");
  }

  @Test
  void what_is_close_to_another_case_is_justified_before_it_is_approved() {
    var elsewhere = samples.generalCase();
    var first = row(elsewhere, sql.item(elsewhere));
    var sameCase = row(reference, sql.item(reference));
    assertThat(refusal(first)).isEqualTo("nothing");
    assertThat(refusal(sameCase)).isEqualTo("nothing");
    var second = proposed();
    assertThat(sql.refusal(() -> sql.alike(second, sameCase, 0.9)))
        .isEqualTo("likeness-is-to-another-case");
    assertThat(sql.refusal(() -> sql.alike(second, first, 0.59))).isEqualTo("likeness-is-close");
    assertThat(sql.refusal(() -> sql.alike(second, first, 0.6))).isEqualTo("nothing");
    assertThat(sql.refusal(() -> sql.rule(second.id(), "APPROVED", proposer.id(), approver.id())))
        .isEqualTo("likeness-is-justified");
    assertThat(
            sql.refusal(
                () -> sql.rule(second.id(), "APPROVED", BLANK, true, proposer.id(), approver.id())))
        .isEqualTo("ruling-likeness-reason-check");
    assertThat(
            sql.refusal(() -> {
              sql.rule(second.id(), "APPROVED", FORTY, true, proposer.id(), approver.id());
              sql.tell(second.id(), true, null, true, proposer.id(), approver.id());
              sql.stand(second, "GENERAL");
            }))
        .isEqualTo("nothing");
    assertThat(sql.refusal(() -> sql.rule(sameCase.id(), "RETURNED", proposer.id(), approver.id())))
        .isEqualTo("nothing");
    assertThat(sql.refusal(() -> sql.alike(sameCase, first, 0.7))).isEqualTo("already-decided");
  }

  @Test
  void nothing_is_approved_before_the_summary_is_read() {
    var row = proposed();
    assertThat(
            sql.refusal(
                () -> sql.rule(row.id(), "APPROVED", null, false, proposer.id(), approver.id())))
        .isEqualTo("summary-is-confirmed");
  }

  @Test
  void nothing_stands_without_approval() {
    var row = proposed();
    assertThat(sql.refusal(() -> sql.stand(row, "GENERAL"))).isEqualTo("not-approved");
    assertThat(
            sql.refusal(() -> {
              sql.rule(row.id(), "RETURNED", proposer.id(), approver.id());
              sql.stand(row, "GENERAL");
            }))
        .isEqualTo("not-approved");
  }

  @Test
  void approval_standing_and_telling_are_one() {
    var row = proposed();
    assertThat(sql.refusal(() -> sql.rule(row.id(), "APPROVED", proposer.id(), approver.id())))
        .isEqualTo("approved-in-full");
    assertThat(
            sql.refusal(() -> {
              sql.rule(row.id(), "APPROVED", proposer.id(), approver.id());
              sql.stand(row, "GENERAL");
            }))
        .isEqualTo("approved-in-full");
    assertThat(
            sql.refusal(() -> {
              sql.rule(row.id(), "APPROVED", proposer.id(), approver.id());
              sql.tell(row.id(), true, null, true, proposer.id(), approver.id());
            }))
        .isEqualTo("approved-in-full");
  }

  @Test
  void not_telling_is_a_decision_of_its_own() {
    assertThat(refusal(row(reference, item).with("tell", null)))
        .isEqualTo("telling-is-decided-where-applied");
    assertThat(refusal(row(reference, item).with("tell", false)))
        .isEqualTo("not-told-needs-reason");
    var notTold = row(reference, item).with("tell", false).with("tell_reason", FORTY);
    assertThat(refusal(notTold.with("tell_review_on", SampleProposal.TODAY.plusYears(2))))
        .isEqualTo("not-told-review-within-a-year");

    var told = proposed();
    assertThat(refusalOfTelling(told, false, FORTY, true, proposer, approver))
        .isEqualTo("not-told-needs-proposal");
    assertThat(refusalOfTelling(told, false, FORTY, false, proposer, approver))
        .isEqualTo("tell_decision_proposal_id_proposed_by_proposed_told_fkey");
    assertThat(refusalOfTelling(told, true, FORTY, true, proposer, approver))
        .isEqualTo("not-told-needs-reason");
    assertThat(refusalOfTelling(told, true, null, true, proposer, proposer))
        .isEqualTo("tell-four-eyes");
    var third = samples.officer("Third", Role.SENIOR);
    assertThat(refusalOfTelling(told, true, null, true, proposer, third))
        .isEqualTo("tell_decision_proposal_id_approved_by_ruling_fkey");
  }

  @Test
  void what_stands_ends_by_an_ending_and_for_good() {
    var row = proposed();
    assertThat(sql.refusal(() -> sql.end(row.id(), approver.id(), "OFFICE")))
        .isEqualTo("not-in-force");
    approve(row);
    assertThat(sql.refusal(() -> sql.unstand(row.id()))).isEqualTo("ends-by-an-ending-only");
    assertThat(sql.refusal(() -> sql.end(row.id(), approver.id(), "OFFICE")))
        .isEqualTo("ended-does-not-stand");
    assertThat(sql.refusal(() -> sql.end(row.id(), approver.id(), "COURT")))
        .isEqualTo("ended-by-whom");
    assertThat(sql.refusal(() -> sql.end(row.id(), null, "OFFICE")))
        .isEqualTo("ended-by-an-officer");
    assertThat(
            sql.refusal(() -> {
              sql.end(row.id(), approver.id(), "OFFICE");
              sql.unstand(row.id());
              sql.stand(row, "GENERAL");
            }))
        .isEqualTo("already-ended");
  }

  @Test
  void nothing_is_added_to_an_answered_case() {
    var row = proposed();
    assertThat(sql.refusal(() -> sql.answer(reference))).isEqualTo("nothing");
    var more = row(reference, sql.item(reference));
    assertThat(refusal(more)).isEqualTo("case-is-answered");
    assertThat(sql.refusal(() -> sql.rule(row.id(), "RETURNED", proposer.id(), approver.id())))
        .isEqualTo("case-is-answered");
  }

  @ParameterizedTest
  @CsvSource({
    "proposal, summary = summary",
    "consideration, words = words",
    "ruling, reason = reason",
    "tell_decision, told = told",
    "ending, reason = reason",
    "standing, provision = provision",
    "refused_attempt, rule = rule",
    "sketch, field = field",
    "fingerprint, field = field",
    "likeness, share = share",
  })
  void the_portal_rewrites_and_removes_nothing(String table, String change) {
    assertThat(sql.refusal(() -> sql.run("update exemptions." + table + " set " + change)))
        .isEqualTo("permission denied for table " + table);
    assertThat(sql.refusal(() -> sql.run("truncate exemptions." + table)))
        .isEqualTo("permission denied for table " + table);
    if (!table.equals("standing")) {
      assertThat(sql.refusal(() -> sql.run("delete from exemptions." + table)))
          .isEqualTo("permission denied for table " + table);
    }
  }

  private ProposalRow row(CaseReference reference, Item item) {
    return new ProposalRow(reference, item, proposer);
  }

  private String refusal(ProposalRow row) {
    return sql.refusal(() -> sql.propose(row));
  }

  private ProposalRow proposed() {
    var row = row(reference, item);
    assertThat(refusal(row)).isEqualTo("nothing");
    return row;
  }

  private UUID approved() {
    var row = proposed();
    approve(row);
    return row.id();
  }

  private void approve(ProposalRow row) {
    assertThat(
            sql.refusal(() -> {
              sql.rule(row.id(), "APPROVED", proposer.id(), approver.id());
              sql.tell(row.id(), true, null, true, proposer.id(), approver.id());
              sql.stand(row, "GENERAL");
            }))
        .isEqualTo("nothing");
  }

  private String refusalOfTelling(
      ProposalRow row,
      boolean told,
      @Nullable String reason,
      boolean proposedTold,
      Officer by,
      Officer decider) {
    return sql.refusal(() -> {
      sql.rule(row.id(), "APPROVED", proposer.id(), approver.id());
      sql.tell(row.id(), told, reason, proposedTold, by.id(), decider.id());
      sql.stand(row, "GENERAL");
    });
  }
}
