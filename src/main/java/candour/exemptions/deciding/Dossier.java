package candour.exemptions.deciding;

import candour.casework.CaseReference;
import candour.exemptions.Background.Overturns;
import candour.exemptions.Background.TrackRecord;
import candour.exemptions.DeterminationId;
import candour.exemptions.Reason;
import candour.exemptions.Summary;
import candour.exemptions.likeness.Span;
import java.util.List;
import java.util.Set;

/**
 * What stands around a determination, for whoever decides on it.
 *
 * @param decider who approved or returned it; empty while nobody did
 * @param before earlier determinations on the same item and provision, the newest first
 * @param people whom the summary was searched for, by any part of their names
 * @param faults what the search found in it
 */
record Dossier(
    String proposer,
    String decider,
    TrackRecord record,
    Overturns overturns,
    List<Alike> alike,
    List<Shown> before,
    List<String> people,
    Set<Summary.Fault> faults) {

  /**
   * Two reasons side by side.
   *
   * @param percent of both that both have
   * @param closest whether none is closer to its reason
   */
  record Alike(
      Reason reason,
      boolean closest,
      long percent,
      List<Span> own,
      Other other,
      List<Span> others) {}

  /**
   * Where the other reason stands.
   *
   * @param number of its case, for people
   */
  record Other(CaseReference reference, String number, DeterminationId id, Reason reason) {}

  /** How many of its reasons are close to another's. */
  public long reasonsAlike() {
    return alike.stream().filter(Alike::closest).count();
  }
}
