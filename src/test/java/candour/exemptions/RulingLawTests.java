package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the database refuses the portal itself to approve, return or end, each by its rule's name.
 */
@PortalTest
class RulingLawTests extends DeterminationLaw {

  private static final String BLANK = " ".repeat(60);
  private static final String FORTY = "x".repeat(40);

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
  void proposer_does_not_rule_on_the_proposal() {
    var row = proposed();
    assertThat(sql.refusal(() -> sql.rule(row.id(), "RETURNED", proposer.id(), proposer.id())))
        .isEqualTo("four-eyes");
    assertThat(sql.refusal(() -> sql.rule(row.id(), "RETURNED", approver.id(), proposer.id())))
        .isEqualTo("ruling_proposal_id_proposed_by_fkey");
    var caseworker = samples.officer("Caseworker", Role.CASEWORKER);
    var releaser = samples.officer("Releaser", Role.RELEASER);
    assertThat(refusal(new ProposalRow(reference, sql.item(reference), releaser)))
        .isEqualTo("caseworkers-only");
    assertThat(sql.refusal(() -> sql.rule(row.id(), "RETURNED", proposer.id(), caseworker.id())))
        .isEqualTo("senior-officer-only");
  }

  @Test
  void nothing_is_in_force_that_was_approved_after_the_day_of_its_review() {
    var last = SampleProposal.TODAY.plusMonths(6);
    assertThat(approval(proposed(), last.plusDays(1))).isEqualTo("approved-before-review");
    item = sql.item(reference);
    assertThat(approval(proposed(), last)).isEqualTo("nothing");
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
    "silence, reason = reason",
    "silence_ruling, reason = reason",
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
