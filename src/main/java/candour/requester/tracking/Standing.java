package candour.requester.tracking;

import candour.casework.ActingForOthers;
import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Complaint;
import candour.casework.Complaints;
import candour.casework.Correction;
import candour.casework.Corrections;
import candour.casework.Progress;
import candour.casework.Reclassification;
import candour.casework.Reclassifications;
import candour.casework.Twin;
import candour.casework.Twins;
import candour.response.DisclosureAboutMe;
import candour.response.Responses;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the status page shows, all of it at one moment. */
@Component
@Transactional(readOnly = true)
class Standing {

  private final Casework casework;
  private final ActingForOthers acting;
  private final Responses responses;
  private final Reclassifications reclassifications;
  private final Complaints complaints;
  private final Corrections corrections;
  private final Twins twins;

  Standing(
      Casework casework,
      ActingForOthers acting,
      Responses responses,
      Reclassifications reclassifications,
      Complaints complaints,
      Corrections corrections,
      Twins twins) {
    this.casework = casework;
    this.acting = acting;
    this.responses = responses;
    this.reclassifications = reclassifications;
    this.complaints = complaints;
    this.corrections = corrections;
    this.twins = twins;
  }

  /**
   * How a request stands, and to whom data about the person went.
   *
   * @param further whether an answer was added to the first
   * @param keptBack for each entry that is kept from the list, what the person is told of why
   * @param disclosures empty for a representative who may not be given the answer
   * @param mayReceive whether they may
   * @param lifting the last word on the guard of the request; null where it was never questioned
   * @param twins other requests of theirs that may be the same
   * @param joinedTo the number of the request to which this one was joined; null if it was not
   */
  record Now(
      Progress progress,
      boolean further,
      List<DisclosureAboutMe> disclosures,
      List<String> keptBack,
      boolean mayReceive,
      @Nullable Reclassification lifting,
      List<Complaint> complaints,
      List<Correction> corrections,
      List<Twin> twins,
      @Nullable String joinedTo) {}

  Now of(CaseReference reference, Locale locale) {
    var questioned = reclassifications.of(reference);
    var progress = casework.progress(reference);
    var mayReceive = acting.mayReceive(reference);
    return new Now(
        progress,
        progress.isAnswered() && responses.answers(reference).size() > 1,
        mayReceive ? responses.disclosuresAbout(reference) : List.of(),
        mayReceive ? responses.keptBackFrom(reference, locale) : List.of(),
        mayReceive,
        questioned.isEmpty() ? null : questioned.getLast(),
        complaints.of(reference),
        corrections.of(reference),
        twins.of(reference),
        twins.joinedTo(reference));
  }
}
