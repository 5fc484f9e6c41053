package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody is kept in the dark past the day on which that was to be looked at again. */
@PortalTest
class UntoldReviewTests {

  private static final String WHY = "I read the page again, and I asked the team in charge today.";

  @Autowired Exemptions exemptions;
  @Autowired Decisions decisions;
  @Autowired Silences silences;
  @Autowired Determining determining;
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
    var untold = inForce(determining.notTold(3));
    var toldAfterAll = inForce(determining.notTold(3), new Telling.Told());
    assertThat(lapsing(2)).doesNotContain(untold);
    assertThat(lapsing(3)).contains(untold).doesNotContain(told, toldAfterAll);
    clock.set(clock.instant().plus(Duration.ofDays(3)));
    lapse();
    assertThat(standing()).containsExactlyInAnyOrder(told, untold, toldAfterAll);
    clock.set(clock.instant().plus(Duration.ofDays(1)));
    lapse();
    assertThat(standing()).containsExactlyInAnyOrder(told, toldAfterAll);
  }

  @Test
  void what_goes_on_untold_lapses_with_the_next_review_and_what_was_returned_with_the_last() {
    var goesOn = inForce(determining.notTold(3));
    var returned = inForce(determining.notTold(3));
    var waits = inForce(determining.notTold(3));
    clock.set(clock.instant().plus(Duration.ofDays(2)));
    var approved = propose(goesOn, 20);
    var refused = propose(returned, 20);
    propose(waits, 20);
    senior
        .acting()
        .run(() -> {
          silences.approve(reference, goesOn, approved, senior, WHY, WHY);
          silences.giveBack(reference, returned, refused, senior, "Tell them now.");
        });
    clock.set(clock.instant().plus(Duration.ofDays(2)));
    lapse();
    assertThat(standing()).containsExactly(goesOn);
    assertThat(lapsing(18)).contains(goesOn);
    clock.set(clock.instant().plus(Duration.ofDays(19)));
    lapse();
    assertThat(standing()).isEmpty();
  }

  @Test
  void a_list_in_pages_skips_nothing_that_lapses_with_the_review_of_not_telling() {
    var ids = Stream.generate(() -> inForce(determining.notTold(3))).limit(3).toList();
    var first =
        senior
            .acting()
            .call(() -> exemptions.lapsing(days.today().plusDays(3), ids.getFirst(), 10_000));
    assertThat(first).extracting(Lapsing::id).containsSubsequence(ids.subList(1, 3));
  }

  private UUID propose(DeterminationId id, int review) {
    var fresh =
        new Telling.NotTold(
            "The operation goes on, and they still do not know of it.",
            days.today().plusDays(review));
    return samples.as(proposer.acting(), () -> silences.propose(reference, id, fresh, proposer));
  }

  private DeterminationId inForce(Telling telling) {
    return inForce(telling, telling);
  }

  private DeterminationId inForce(Telling proposed, Telling decided) {
    return determining.inForce(reference, proposer, senior, proposed, decided);
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
