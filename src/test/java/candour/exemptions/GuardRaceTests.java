package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Guarded;
import candour.casework.Reclassification.State;
import candour.casework.Reclassifications;
import candour.platform.Acting;
import candour.support.Invariants;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Races.Isolation;
import candour.support.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The requester against the job that ends the guard of their request. */
@PortalTest
class GuardRaceTests {

  @Autowired Reclassifications reclassifications;
  @Autowired Guarded guarded;
  @Autowired Samples samples;
  @Autowired MovableClock clock;
  @Autowired Races races;
  @Autowired Invariants invariants;

  /** Ten object while the job ends the guard ten times: either the one or the other has been. */
  @ParameterizedTest
  @EnumSource
  void an_objection_and_an_end_never_both_happen(Isolation isolation) throws Exception {
    var reference = samples.guardedCase();
    guarded.goesOut(guarded.noticed(reference));
    var holder = samples.holderOf(reference);
    clock.set(clock.instant().plus(Duration.ofDays(15)));
    Races.kept(
        10,
        List.of(
            races.attempt(
                isolation, holder.acting(), () -> reclassifications.object(reference, "", null)),
            races.attempt(isolation, Acting.system(), () -> guarded.later(0))));
    assertThat(guarded.state(reference))
        .isEqualTo(guarded.isGuarded(reference) ? State.OBJECTED : State.EFFECTIVE);
    assertThat(invariants.broken(reference)).isEmpty();
  }
}
