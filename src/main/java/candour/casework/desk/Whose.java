package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Parties;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Whose contact details a page is about. */
@Component
class Whose {

  private final Casework casework;
  private final Parties parties;

  Whose(Casework casework, Parties parties) {
    this.casework = casework;
    this.parties = parties;
  }

  /**
   * As whom they are on record: whoever asked, or the person themselves where they follow it.
   *
   * @throws ResponseStatusException 404 where the person does not follow it
   */
  UUID id(CaseReference reference, boolean person) {
    return person
        ? parties.of(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
        : casework.facts(reference).requesterId();
  }
}
