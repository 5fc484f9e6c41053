package candour.casework;

import java.util.EnumSet;
import java.util.Set;

/** How far a case is, moved forward only; the law does not depend on it. */
public enum Stage {
  RECEIVED,
  TAKEN_ON,
  SEARCHING,
  REVIEW,
  APPROVAL,
  ANSWERED;

  /** Every stage before this one. */
  Set<Stage> earlier() {
    return this == RECEIVED ? Set.of() : EnumSet.complementOf(EnumSet.range(this, ANSWERED));
  }
}
