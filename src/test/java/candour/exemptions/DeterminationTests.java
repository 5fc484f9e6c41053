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

  private final SampleProposal sample = new SampleProposal();
  private final Officer proposer =
      new Officer(sample.proposedBy, "Proposer", Set.of(Role.values()));
  private final Officer another = officer(Role.SENIOR);

  @Test
  void nothing_is_proposed_or_approved_on_a_guarded_request() {
    assertThat(rule(() -> sample.build().propose(proposer, BLOCKED))).isEqualTo("windrush-guard");
    var proposed = proposed();
    assertThat(rule(() -> proposed.approve(another, BLOCKED, REASON, TOLD, TODAY)))
        .isEqualTo("windrush-guard");
  }

  @Test
  void proposer_neither_approves_nor_returns() {
    var proposed = proposed();
    assertThat(rule(() -> proposed.approve(proposer, CLEAR, REASON, TOLD, TODAY)))
        .isEqualTo("four-eyes");
    assertThat(rule(() -> proposed.giveBack(proposer, REASON, TODAY))).isEqualTo("four-eyes");
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, names = "SENIOR", mode = EnumSource.Mode.EXCLUDE)
  void only_a_senior_officer_decides(Role role) {
    var proposed = proposed();
    assertThat(rule(() -> proposed.approve(officer(role), CLEAR, REASON, TOLD, TODAY)))
        .isEqualTo("senior-officer-only");
    assertThat(rule(() -> proposed.giveBack(officer(role), REASON, TODAY)))
        .isEqualTo("senior-officer-only");
    var inForce = (Determination.InForce) proposed.approve(another, CLEAR, REASON, TOLD, TODAY);
    assertThat(rule(() -> inForce.withdraw(officer(role), REASON, TODAY)))
        .isEqualTo("senior-officer-only");
  }

  @Test
  void not_telling_is_approved_only_where_it_was_proposed() {
    var proposedTold = proposed();
    assertThat(rule(() -> proposedTold.approve(another, CLEAR, REASON, NOT_TOLD, TODAY)))
        .isEqualTo("not-told-needs-proposal");
    sample.conclusion = new Conclusion.Apply(NOT_TOLD);
    assertThat(proposed().approve(another, CLEAR, REASON, NOT_TOLD, TODAY))
        .isInstanceOfSatisfying(
            Determination.InForce.class, it -> assertThat(it.telling()).isEqualTo(NOT_TOLD));
    assertThat(proposed().approve(another, CLEAR, REASON, TOLD, TODAY))
        .isInstanceOfSatisfying(
            Determination.InForce.class, it -> assertThat(it.telling()).isEqualTo(TOLD));
  }

  @Test
  void what_does_not_apply_the_exemption_is_approved_and_never_in_force() {
    sample.conclusion = new Conclusion.Refrain();
    assertThat(proposed().approve(another, CLEAR, REASON, TOLD, TODAY))
        .isInstanceOf(Determination.NotApplied.class);
  }

  @Test
  void a_ruling_and_an_ending_need_a_reason() {
    var proposed = proposed();
    assertThat(rule(() -> proposed.approve(another, CLEAR, "Fine     \n\n    ", TOLD, TODAY)))
        .isEqualTo("says-too-little");
    var inForce = (Determination.InForce) proposed.approve(another, CLEAR, REASON, TOLD, TODAY);
    assertThat(rule(() -> inForce.withdraw(another, " ", TODAY))).isEqualTo("says-too-little");
    assertThat(inForce.withdraw(another, REASON, TODAY).ending().kind())
        .isEqualTo(Ending.Kind.WITHDRAWN);
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
