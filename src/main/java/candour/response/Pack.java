package candour.response;

import candour.casework.CaseReference;
import candour.casework.Outcome;
import candour.platform.DocumentId;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pack and how far three officers took it. A rule that stands in the way of the next step is
 * named as {@link Refusal#rule()} names it.
 *
 * @param answer 1 for the answer, more for a further one after the case was opened again
 * @param version the case's, when the pack was made from it
 * @param reason why it was approved; empty until then
 */
record Pack(
    UUID id,
    CaseReference reference,
    int answer,
    DocumentId document,
    long version,
    Outcome outcome,
    int pages,
    Step prepared,
    @Nullable Step approved,
    String reason,
    @Nullable Release release) {

  /** Who did it, by name, and when in London. */
  record Step(UUID by, String name, LocalDate on) {}

  /**
   * Its release by a third officer.
   *
   * @param leaves in London; until then it can be recalled
   * @param recall null where it was not
   * @param leftOn in London; null while it has not left
   */
  record Release(
      Step by, ZonedDateTime leaves, @Nullable Recall recall, @Nullable LocalDate leftOn) {

    /** Whether it is about to leave. */
    public boolean isUnderWay() {
      return recall == null && leftOn == null;
    }
  }

  /**
   * The end of a release that was called back.
   *
   * @param name whose; null where the portal did it itself, and the reason is a rule's name
   * @param on in London
   */
  record Recall(@Nullable String name, String reason, LocalDate on) {}

  /** Whether it adds to an answer that was sent before. */
  public boolean isSupplementary() {
    return answer > 1;
  }

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
    } else if (release != null) {
      return Optional.of(release.recall() == null ? "release-under-way" : "pack-is-recalled");
    } else if (!officer.is(Role.RELEASER)) {
      return Optional.of("releasers-only");
    } else if (officer.id().equals(prepared.by())
        || officer.id().equals(approved.by())
        || deciders.contains(officer.id())) {
      return Optional.of("three-officers");
    }
    return Optional.empty();
  }

  /** What keeps this officer from calling it back: whoever answers requests may. */
  Optional<String> obstacleToRecalling(Officer officer) {
    if (release == null || release.recall() != null) {
      return Optional.of("no-release-under-way");
    } else if (release.leftOn() != null) {
      return Optional.of("pack-has-left");
    } else if (Stream.of(Role.CASEWORKER, Role.SENIOR, Role.RELEASER).noneMatch(officer::is)) {
      return Optional.of("caseworkers-only");
    }
    return Optional.empty();
  }
}
