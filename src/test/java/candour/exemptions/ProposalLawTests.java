package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;

import candour.support.PortalTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database refuses the portal itself to propose, each by its rule's name. */
@PortalTest
class ProposalLawTests extends DeterminationLaw {

  private static final String BLANK = " ".repeat(60);
  private static final String FORTY = "x".repeat(40);

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
}
