package candour.exemptions;

import candour.casework.CaseReference;
import candour.exemptions.likeness.ReasonText;
import candour.exemptions.likeness.Span;
import java.math.BigDecimal;
import java.util.List;

/**
 * A reason that is close to one of another case, as it was found when it was proposed.
 *
 * @param share of all runs of four words in both, those that both have; at least {@link
 *     ReasonText#ALIKE}
 */
public record Likeness(Reason reason, String words, Other other, BigDecimal share) {

  /** The reason of the other case, which was there first. */
  public record Other(CaseReference reference, DeterminationId id, Reason reason, String words) {}

  /** Its own words, cut where what the other has too begins and ends. */
  public List<Span> own() {
    return ReasonText.of(words).against(ReasonText.of(other.words()));
  }

  /** The other's words, cut likewise. */
  public List<Span> others() {
    return ReasonText.of(other.words()).against(ReasonText.of(words));
  }
}
