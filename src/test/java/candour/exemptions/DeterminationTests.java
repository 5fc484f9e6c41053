package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import candour.exemptions.immigration.GuardResult;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeterminationTests {

  private static final GuardResult BLOCKED = new GuardResult.Blocked("windrush-guard");
  private static final GuardResult CLEAR = ProposalTests.CLEAR;
  private static final Telling TOLD = new Telling.Told();
  private static final Telling NOT_TOLD =
      new Telling.NotTold(
          "Telling would itself show that the operation is known to us.",
          SampleProposal.TODAY.plusMonths(3));
  private static final LocalDate TODAY = SampleProposal.TODAY;
  private static final String REASON = "I read the page and agree.";

  private static final Approval APPROVAL = SampleProposal.approval(REASON, TOLD);
  private static final Approval QUIET = SampleProposal.approval(REASON, NOT_TOLD);

  private final SampleProposal sample = new SampleProposal();
  private final Officer proposer =
      new Officer(sample.proposedBy, "Proposer", Set.of(Role.values()));
  private final Officer another = officer(Role.SENIOR);

  @Test
  void nothing_is_proposed_or_approved_on_a_guarded_request() {
    assertThat(rule(() -> sample.build().propose(proposer, BLOCKED))).isEqualTo("windrush-guard");
    var proposed = proposed();
    assertThat(rule(() -> proposed.approve(another, BLOCKED, APPROVAL, false, TODAY)))
        .isEqualTo("windrush-guard");
  }

  @Test
  void proposer_neither_approves_nor_returns() {
    var proposed = proposed();
    assertThat(rule(() -> proposed.approve(proposer, CLEAR, APPROVAL, false, TODAY)))
        .isEqualTo("four-eyes");
    assertThat(rule(() -> proposed.giveBack(proposer, REASON, TODAY))).isEqualTo("four-eyes");
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, names = "SENIOR", mode = EnumSource.Mode.EXCLUDE)
  void only_a_senior_officer_decides(Role role) {
    var proposed = proposed();
    assertThat(rule(() -> proposed.approve(officer(role), CLEAR, APPROVAL, false, TODAY)))
        .isEqualTo("senior-officer-only");
    assertThat(rule(() -> proposed.giveBack(officer(role), REASON, TODAY)))
        .isEqualTo("senior-officer-only");
    var inForce = (Determination.InForce) proposed.approve(another, CLEAR, APPROVAL, false, TODAY);
    assertThat(rule(() -> inForce.withdraw(officer(role), REASON, TODAY)))
        .isEqualTo("senior-officer-only");
  }

  @Test
  void not_telling_is_approved_only_where_it_was_proposed() {
    var proposedTold = proposed();
    assertThat(rule(() -> proposedTold.approve(another, CLEAR, QUIET, false, TODAY)))
        .isEqualTo("not-told-needs-proposal");
    sample.conclusion = new Conclusion.Apply(NOT_TOLD);
    assertThat(proposed().approve(another, CLEAR, QUIET, false, TODAY))
        .isInstanceOfSatisfying(
            Determination.InForce.class, it -> assertThat(it.telling()).isEqualTo(NOT_TOLD));
    assertThat(proposed().approve(another, CLEAR, APPROVAL, false, TODAY))
        .isInstanceOfSatisfying(
            Determination.InForce.class, it -> assertThat(it.telling()).isEqualTo(TOLD));
  }

  @Test
  void nothing_is_approved_after_the_day_of_its_review_or_of_the_review_of_not_telling() {
    var last = sample.reviewOn;
    assertThat(proposed().approve(another, CLEAR, APPROVAL, false, last))
        .isInstanceOf(Determination.InForce.class);
    assertThat(rule(() -> proposed().approve(another, CLEAR, APPROVAL, false, last.plusDays(1))))
        .isEqualTo("approved-before-review");
    sample.conclusion = new Conclusion.Apply(NOT_TOLD);
    var untold = NOT_TOLD.lastDay(last).plusDays(1);
    assertThat(rule(() -> proposed().approve(another, CLEAR, QUIET, false, untold)))
        .isEqualTo("approved-before-review");
    assertThat(proposed().approve(another, CLEAR, APPROVAL, false, untold))
        .isInstanceOf(Determination.InForce.class);
  }

  @Test
  void what_does_not_apply_the_exemption_is_approved_and_never_in_force() {
    sample.conclusion = new Conclusion.Refrain();
    assertThat(proposed().approve(another, CLEAR, APPROVAL, false, TODAY))
        .isInstanceOf(Determination.NotApplied.class);
  }

  @Test
  void a_ruling_and_an_ending_need_a_reason() {
    var proposed = proposed();
    assertThat(rule(() -> new Approval("Fine     \n\n    ", TOLD, true, null)))
        .isEqualTo("says-too-little");
    var inForce = (Determination.InForce) proposed.approve(another, CLEAR, APPROVAL, false, TODAY);
    assertThat(rule(() -> inForce.withdraw(another, " ", TODAY))).isEqualTo("says-too-little");
    assertThat(inForce.withdraw(another, REASON, TODAY).ending().kind())
        .isEqualTo(Ending.Kind.WITHDRAWN);
  }

  @Test
  void nothing_is_approved_before_the_summary_is_read() {
    assertThat(rule(() -> new Approval(REASON, TOLD, false, null)))
        .isEqualTo("summary-is-confirmed");
  }

  @Test
  void words_close_to_another_cases_are_justified_or_not_approved() {
    for (var reason : new String[] {null, "", " ".repeat(60), "x".repeat(39), "x".repeat(20_001)}) {
      var silent = new Approval(REASON, TOLD, true, reason);
      assertThat(rule(() -> proposed().approve(another, CLEAR, silent, true, TODAY)))
          .isEqualTo("likeness-is-justified");
      assertThat(ruling(silent, false).likenessReason()).isNull();
    }
    assertThat(ruling(APPROVAL, true).likenessReason()).isEqualTo(APPROVAL.likenessReason());
    assertThat(ruling(APPROVAL, false).likenessReason()).isNull();
  }

  private Ruling ruling(Approval approval, boolean alike) {
    var approved = proposed().approve(another, CLEAR, approval, alike, TODAY);
    return ((Determination.InForce) approved).ruling();
  }

  private Determination.Proposed proposed() {
    return sample.build().propose(proposer, CLEAR);
  }

  private static Officer officer(Role role) {
    return new Officer(Identifiers.next(), "Another", Set.of(role));
  }

  private static String rule(ThrowingCallable attempt) {
    return catchThrowableOfType(Refusal.class, attempt).rule();
  }
}
