package candour.requester.tracking;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Progress;
import candour.response.DisclosureAboutMe;
import candour.response.Responses;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the status page shows, all of it at one moment. */
@Component
@Transactional(readOnly = true)
class Standing {

  private final Casework casework;
  private final Responses responses;

  Standing(Casework casework, Responses responses) {
    this.casework = casework;
    this.responses = responses;
  }

  /** How a request stands, and to whom data about the person went. */
  record Now(Progress progress, List<DisclosureAboutMe> disclosures) {}

  Now of(CaseReference reference) {
    return new Now(casework.progress(reference), responses.disclosuresAbout(reference));
  }
}
