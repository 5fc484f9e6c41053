package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody is kept in the dark past the day on which that was to be looked at again. */
@PortalTest
class UntoldReviewTests {

  @Autowired Exemptions exemptions;
  @Autowired Decisions decisions;
  @Autowired Samples samples;
  @Autowired Days days;
  @Autowired MovableClock clock;

  private Officer proposer;
  private Officer senior;
  private CaseReference reference;

  @BeforeEach
  void a_case() {
    proposer = samples.officer("Proposer", Role.CASEWORKER);
    senior = samples.officer("Senior", Role.SENIOR);
    reference = samples.generalCase();
  }

  @AfterEach
  void back_to_the_real_time() {
    clock.reset();
  }

  @Test
  void what_is_not_told_lapses_with_the_review_of_not_telling_and_what_is_told_does_not() {
    var told = inForce(new Telling.Told());
    var untold = inForce(notTold(3));
    var toldAfterAll = inForce(notTold(3), new Telling.Told());
    assertThat(lapsing(2)).doesNotContain(untold);
    assertThat(lapsing(3)).contains(untold).doesNotContain(told, toldAfterAll);
    clock.set(clock.instant().plus(Duration.ofDays(3)));
    lapse();
    assertThat(standing()).containsExactlyInAnyOrder(told, untold, toldAfterAll);
    clock.set(clock.instant().plus(Duration.ofDays(1)));
    lapse();
    assertThat(standing()).containsExactlyInAnyOrder(told, toldAfterAll);
  }

  private Telling notTold(int review) {
    return new Telling.NotTold(
        "Telling would show how the operation is carried out.", days.today().plusDays(review));
  }

  private DeterminationId inForce(Telling telling) {
    return inForce(telling, telling);
  }

  private DeterminationId inForce(Telling proposed, Telling decided) {
    var sample = new SampleProposal();
    sample.reference = reference;
    sample.item =
        new Item(Identifiers.next(), Item.Kind.PAGE, Identifiers.next(), "Case notes, page 2");
    sample.proposedBy = proposer.id();
    sample.conclusion = new Conclusion.Apply(proposed);
    sample.decidedOn = days.today();
    sample.reviewOn = days.today().plusMonths(6);
    var proposal = sample.build();
    samples.as(
        proposer.acting(),
        () -> {
          exemptions.offer(reference, List.of(sample.item));
          exemptions.propose(proposal, proposer);
          return true;
        });
    senior
        .acting()
        .run(() ->
            exemptions.approve(
                reference,
                proposal.id(),
                senior,
                SampleProposal.approval("I read the page and agree.", decided)));
    return proposal.id();
  }

  private List<DeterminationId> lapsing(int within) {
    return senior
        .acting()
        .call(() -> exemptions.lapsing(days.today().plusDays(within), null, 10_000))
        .stream()
        .map(Lapsing::id)
        .toList();
  }

  private void lapse() {
    Acting.system().run(() -> Lapses.lapse(decisions, days));
  }

  private List<DeterminationId> standing() {
    return samples.as(senior.acting(), () -> exemptions.inForce(reference)).stream()
        .map(each -> each.proposal().id())
        .toList();
  }
}
