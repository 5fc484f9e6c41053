package candour.exemptions;

import candour.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What another senior officer says when approving a determination.
 *
 * @param telling whether the person is told; without effect where nothing is applied
 * @param summaryNamesNobody whether the officer read the summary and found nobody in it; nothing is
 *     approved otherwise
 * @param likenessReason why words close to another case's do for this one; without effect where
 *     there are none
 */
public record Approval(
    String reason, Telling telling, boolean summaryNamesNobody, @Nullable String likenessReason) {

  public Approval {
    Words.require(reason, Words.RULING);
    if (!summaryNamesNobody) {
      throw new Refusal("summary-is-confirmed");
    }
  }

  /** The same, its reason for likenesses given where there are any, and left out where not. */
  Approval justified(boolean alike) {
    if (alike && (likenessReason == null || !Words.say(likenessReason, Words.REASON))) {
      throw new Refusal("likeness-is-justified");
    }
    return alike ? this : new Approval(reason, telling, summaryNamesNobody, null);
  }
}
