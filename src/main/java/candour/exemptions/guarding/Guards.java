package candour.exemptions.guarding;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Protections;
import candour.casework.Protections.Protection;
import candour.casework.Purpose;
import candour.casework.Reclassification;
import candour.casework.Reclassification.State;
import candour.casework.Reclassifications;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the pages about the guard of a request show, all of it at one moment. */
@Component
@Transactional(readOnly = true)
class Guards {

  private final Casework casework;
  private final Protections protections;
  private final Reclassifications reclassifications;

  Guards(Casework casework, Protections protections, Reclassifications reclassifications) {
    this.casework = casework;
    this.protections = protections;
    this.reclassifications = reclassifications;
  }

  /**
   * How the guard of a request stands.
   *
   * @param purpose that was given with the request
   * @param pending what may still end the guard
   * @param may what whoever looks can do about it
   */
  record Guard(
      boolean guarded,
      Purpose purpose,
      List<Protection> protections,
      List<Reclassification> reclassifications,
      @Nullable Reclassification pending,
      May may) {

    public List<Reclassification> past() {
      return reclassifications.stream().filter(it -> !it.isPending()).toList();
    }
  }

  /** What an officer can do about the guard; the house's rules decide again when it is done. */
  record May(boolean protect, boolean propose, boolean decide, boolean object) {}

  Guard of(CaseReference reference, Officer officer) {
    var summary = casework.summary(reference);
    var all = reclassifications.of(reference);
    var pending = all.stream().filter(Reclassification::isPending).findFirst().orElse(null);
    return new Guard(
        summary.guarded(),
        casework.facts(reference).purpose(),
        protections.of(reference),
        all,
        pending,
        new May(
            !summary.guarded() && officer.worksOnCases(),
            summary.guarded() && summary.isOpen() && officer.is(Role.SENIOR) && pending == null,
            summary.isOpen() && decides(officer, pending),
            summary.isOpen()
                && officer.worksOnCases()
                && pending != null
                && pending.isOpenToObjection()));
  }

  /** The objection that the next proposal has to answer. */
  Optional<Reclassification.Objection> objected(CaseReference reference) {
    return reclassifications.of(reference).stream()
        .map(Reclassification::objection)
        .filter(java.util.Objects::nonNull)
        .reduce((_, later) -> later);
  }

  static boolean decides(Officer officer, @Nullable Reclassification pending) {
    return pending != null
        && pending.state() == State.PROPOSED
        && officer.is(Role.SENIOR)
        && !officer.id().equals(pending.proposedBy().id());
  }
}
