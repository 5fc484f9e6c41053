package candour.response;

import candour.casework.CaseReference;
import candour.casework.Outcome;
import candour.platform.DocumentId;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pack and how far three officers took it. A rule that stands in the way of the next step is
 * named as {@link Refusal#rule()} names it.
 *
 * @param version the case's, when the pack was made from it
 * @param reason why it was approved; empty until then
 */
record Pack(
    UUID id,
    CaseReference reference,
    DocumentId document,
    long version,
    Outcome outcome,
    int pages,
    Step prepared,
    @Nullable Step approved,
    String reason,
    @Nullable Step released) {

  /** Who did it, by name, and when in London. */
  record Step(UUID by, String name, LocalDate on) {}

  /** Whether the case has changed since. */
  public boolean isStale(long held) {
    return held != version;
  }

  static Optional<String> obstacleToPreparing(Officer officer) {
    return officer.is(Role.CASEWORKER) || officer.is(Role.SENIOR)
        ? Optional.empty()
        : Optional.of("caseworkers-only");
  }

  /** What keeps this officer from approving it. */
  Optional<String> obstacleToApproving(Officer officer, long held) {
    if (isStale(held)) {
      return Optional.of("pack-is-out-of-date");
    } else if (approved != null) {
      return Optional.of("pack-is-approved");
    } else if (!officer.is(Role.SENIOR)) {
      return Optional.of("senior-officer-only");
    } else if (officer.id().equals(prepared.by())) {
      return Optional.of("four-eyes");
    }
    return Optional.empty();
  }

  /**
   * What keeps this officer from releasing it.
   *
   * @param deciders who proposed or approved what withholds something of it
   */
  Optional<String> obstacleToReleasing(Officer officer, long held, Set<UUID> deciders) {
    if (isStale(held)) {
      return Optional.of("pack-is-out-of-date");
    } else if (approved == null) {
      return Optional.of("pack-is-not-approved");
    } else if (!officer.is(Role.RELEASER)) {
      return Optional.of("releasers-only");
    } else if (officer.id().equals(prepared.by())
        || officer.id().equals(approved.by())
        || deciders.contains(officer.id())) {
      return Optional.of("three-officers");
    }
    return Optional.empty();
  }
}
