package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.CaseReference;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.Invariants;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Races.Isolation;
import candour.support.Samples;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Going on not telling while others decide the same, twenty at once at each isolation level. */
@PortalTest
class SilenceRaceTests {

  private static final String WHY = "I read the page again, and I asked the team in charge today.";

  @Autowired Determining determining;
  @Autowired Exemptions exemptions;
  @Autowired Silences silences;
  @Autowired Invariants invariants;
  @Autowired Samples samples;
  @Autowired Races races;

  private Officer proposer;
  private Officer senior;
  private Officer third;
  private CaseReference reference;
  private DeterminationId id;

  @BeforeEach
  void untold() {
    proposer = samples.officer("Proposer", Role.SENIOR);
    senior = samples.officer("Senior", Role.SENIOR);
    third = samples.officer("Third", Role.SENIOR);
    reference = samples.generalCase();
    var notTold = determining.notTold(9);
    id = determining.inForce(reference, proposer, senior, notTold, notTold);
  }

  @ParameterizedTest
  @EnumSource
  void one_proposal_waits_and_the_withdrawal_is_kept(Isolation isolation) throws Exception {
    var kept =
        Races.kept(
            10,
            List.of(
                races.attempt(isolation, proposer.acting(), this::propose),
                races.attempt(
                    isolation,
                    third.acting(),
                    () -> exemptions.withdraw(reference, id, third, "No longer needed."))));
    assertThat(kept.getFirst()).isLessThanOrEqualTo(1);
    assertThat(kept.getLast()).isLessThanOrEqualTo(1);
    assertThat(kept.getFirst() + kept.getLast()).isPositive();
    assertNothingBroken();
  }

  @ParameterizedTest
  @EnumSource
  void one_ruling_is_kept_whoever_rules_and_none_outlives_the_guard(Isolation isolation)
      throws Exception {
    var silence = propose();
    var kept =
        Races.kept(
            7,
            List.of(
                races.attempt(
                    isolation,
                    senior.acting(),
                    () -> silences.approve(reference, id, silence, senior, WHY, WHY)),
                races.attempt(
                    isolation,
                    third.acting(),
                    () -> silences.giveBack(reference, id, silence, third, "Tell them.")),
                races.attempt(
                    isolation,
                    samples.holderOf(reference).acting(),
                    () -> exemptions.protect(reference, "", null))));
    assertThat(kept.get(0) + kept.get(1)).isLessThanOrEqualTo(1);
    assertThat(samples.as(senior.acting(), () -> exemptions.inForce(reference)).isEmpty())
        .isEqualTo(kept.get(2) > 0);
    assertNothingBroken();
  }

  @Test
  void a_reason_that_is_close_to_one_of_another_case_is_shown_and_has_to_be_justified() {
    var silence = propose();
    var elsewhere = samples.generalCase();
    var notTold = determining.notTold(9);
    var other = determining.inForce(elsewhere, proposer, senior, notTold, notTold);
    var copied = determining.silence(elsewhere, other, proposer);
    assertThat(senior.acting().call(() -> silences.likenesses(elsewhere, other, copied)))
        .anySatisfy(it -> {
          assertThat(it.reason()).isEqualTo(Reason.GOING_ON);
          assertThat(it.other().reason()).isEqualTo(Reason.GOING_ON);
          assertThat(it.other().id()).isEqualTo(id);
        });
    assertThatThrownBy(() ->
            senior
                .acting()
                .run(() -> silences.approve(elsewhere, other, copied, senior, WHY, "Copied.")))
        .isInstanceOfSatisfying(
            Refusal.class, it -> assertThat(it.rule()).isEqualTo("likeness-is-justified"));
    senior.acting().run(() -> silences.approve(elsewhere, other, copied, senior, WHY, WHY));
    assertThat(senior.acting().call(() -> silences.get(elsewhere, other, copied)).verdict())
        .satisfies(it -> assertThat(it.likenessReason()).isEqualTo(WHY));
    assertThat(silence).isNotNull();
  }

  private UUID propose() {
    return determining.silence(reference, id, proposer);
  }

  private void assertNothingBroken() {
    assertThat(invariants.broken())
        .filteredOn(it -> reference.value().equals(it.caseId()))
        .isEmpty();
  }
}
