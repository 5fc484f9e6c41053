package candour.ledger;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The disclosure ledger: what was asked about whom, and who may see it. */
@Component
@Transactional
public class Ledger {

  private final Disclosures disclosures;

  Ledger(Disclosures disclosures) {
    this.disclosures = disclosures;
  }

  /**
   * The entries that this person sees, newest ask first. Entries not yet matched or cleared are
   * left out, so the list may be incomplete and whoever shows it says so.
   */
  public List<Disclosure> shownTo(UUID subjectId) {
    return disclosures.shownTo(subjectId);
  }
}
