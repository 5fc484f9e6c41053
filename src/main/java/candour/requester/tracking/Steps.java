package candour.requester.tracking;

import candour.casework.Progress.Step;
import java.util.List;
import java.util.stream.Stream;

/** A step of a request, and whether it is behind, at hand or ahead. */
record Steps(Step step, State state) {

  enum State {
    DONE,
    NOW,
    LATER
  }

  /** All steps, seen from the one that the request has reached. */
  static List<Steps> of(Step reached) {
    return Stream.of(Step.values()).map(step -> new Steps(step, state(step, reached))).toList();
  }

  private static State state(Step step, Step reached) {
    int ahead = step.compareTo(reached);
    boolean over = ahead < 0 || reached == Step.ANSWERED;
    return over ? State.DONE : ahead == 0 ? State.NOW : State.LATER;
  }
}
