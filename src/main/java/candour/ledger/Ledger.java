package candour.ledger;

import candour.ledger.entries.Disclosures;
import candour.ledger.ingestion.Intake;
import candour.ledger.matching.Matching;
import candour.platform.Officer;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The disclosure ledger: what was asked about whom, and who may see it. */
@Component
@Transactional
public class Ledger {

  private final Intake intake;
  private final Matching matching;
  private final Disclosures disclosures;

  Ledger(Intake intake, Matching matching, Disclosures disclosures) {
    this.intake = intake;
    this.matching = matching;
    this.disclosures = disclosures;
  }

  /**
   * Takes a file of disclosures in, whole or not at all. The file is read twice; what may be in it
   * is written on the page {@code /staff/disclosures/import}.
   */
  public Reception receive(String fileName, InputStreamSource file, Officer officer) {
    return intake.take(fileName, file, officer);
  }

  /**
   * Looks for entries about somebody whose identity has just been accepted; those that are about
   * them with certainty, under an agreement that says so, they see at once. Without effect for
   * anybody else, and when repeated.
   */
  public void matchKnown(UUID subjectId) {
    matching.known(subjectId);
  }

  /**
   * The entries that this person sees, newest ask first. Entries not yet matched or cleared are
   * left out, so the list may be incomplete and whoever shows it says so.
   */
  @Transactional(readOnly = true)
  public List<Disclosure> shownTo(UUID subjectId) {
    return disclosures.shownTo(subjectId);
  }

  /** Every entry that is, or may be, about this person, newest ask first; for officers. */
  @Transactional(readOnly = true)
  public List<Candidate> candidatesFor(UUID subjectId) {
    return matching.candidates(subjectId);
  }

  /**
   * Lets the person see an entry, because an officer found that it is about them. Without effect
   * when they see it already.
   *
   * @param reason 10 to 4,000 characters
   * @throws candour.platform.Refusal {@code identity-not-accepted} while nobody accepted that they
   *     are who they say; {@code not-a-candidate} if the entry is not among {@link #candidatesFor}
   */
  public void clear(UUID disclosureId, UUID subjectId, Officer officer, String reason) {
    matching.clear(disclosureId, subjectId, officer, reason);
  }
}
