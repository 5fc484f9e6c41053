package candour.response;

import candour.casework.CaseSummary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the answer of a case stands, to the officer who looks.
 *
 * @param obstacle the rule that stands in the way of an answer; null where none does
 * @param waits the rule that keeps a released answer from leaving; null where none does
 * @param instead what is kept back on the ground of crime and taxation, where immigration control
 *     was refused, returned, not applied or ended: the approver is warned
 * @param packs newest first
 * @param downloads how often the person downloaded it
 * @param window for recalling a release
 */
record Standing(
    CaseSummary summary,
    @Nullable String obstacle,
    @Nullable String waits,
    List<String> instead,
    List<Pack> packs,
    int downloads,
    Duration window,
    Steps may) {

  /** What keeps this officer from each step, the last three with the newest pack. */
  record Steps(
      @Nullable String prepare,
      @Nullable String approve,
      @Nullable String release,
      @Nullable String recall) {}

  /** On which tab of the case each obstacle is cleared. */
  private static final Map<String, String> TABS =
      Map.of(
          "identity-not-confirmed", "identity",
          "systems-not-searched", "searches",
          "records-not-collected", "records",
          "pages-not-reviewed", "records",
          "health-opinion-missing", "records",
          "withheld-without-determination", "records",
          "determination-open", "exemptions",
          "too-many-determinations", "exemptions",
          "tell-decision-open", "exemptions");

  /** The tab on which the obstacle is cleared, if there is one. */
  public @Nullable String obstacleTab() {
    return obstacle == null ? null : TABS.get(obstacle);
  }

  /** Whether a pack is released and has not left. */
  public boolean isReleaseUnderWay() {
    return packs.stream().map(Pack::release).anyMatch(r -> r != null && r.isUnderWay());
  }
}
