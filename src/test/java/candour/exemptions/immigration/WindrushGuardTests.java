package candour.exemptions.immigration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.CaseFacts;
import candour.casework.CaseReference;
import candour.casework.Purpose;
import candour.casework.Stage;
import candour.platform.Controller;
import candour.platform.Identifiers;
import candour.platform.Refusal;
import org.junit.jupiter.api.Test;

class WindrushGuardTests {

  @Test
  void only_an_unguarded_request_to_the_secretary_of_state_is_clear() {
    for (var stage : Stage.values()) {
      assertThat(check(stage, false, true)).isInstanceOf(GuardResult.Clear.class);
      assertThat(check(stage, true, true)).isEqualTo(new GuardResult.Blocked("windrush-guard"));
      assertThat(check(stage, true, false)).isEqualTo(new GuardResult.Blocked("windrush-guard"));
      assertThat(check(stage, false, false))
          .isEqualTo(new GuardResult.Blocked("secretary-of-state-only"));
    }
  }

  @Test
  void what_is_blocked_is_refused_by_the_rule_that_blocks_it() {
    assertThatThrownBy(() -> check(Stage.REVIEW, true, true).refuseIfBlocked())
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("windrush-guard"));
    check(Stage.REVIEW, false, true).refuseIfBlocked();
  }

  private static GuardResult check(Stage stage, boolean guarded, boolean secretaryOfState) {
    var facts =
        new CaseFacts(
            new CaseReference(Identifiers.unguessable()),
            Identifiers.next(),
            Identifiers.next(),
            guarded,
            guarded ? Purpose.PROVE_STATUS : Purpose.OTHER,
            stage);
    return WindrushGuard.check(facts, controller(secretaryOfState));
  }

  private static Controller controller(boolean secretaryOfState) {
    return new Controller(
        "A body",
        "Corff",
        secretaryOfState,
        "ENGLAND_AND_WALES",
        "Street",
        "a@b.example",
        "0",
        Controller.Enforcement.NOT_STATED,
        false,
        14,
        6);
  }
}
