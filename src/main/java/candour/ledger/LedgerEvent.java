package candour.ledger;

import candour.platform.Fact;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens in the ledger and must be provable. */
public sealed interface LedgerEvent extends Fact {

  @Override
  default @Nullable UUID caseId() {
    return null;
  }

  /**
   * A file of entries was taken in, as one leaf for all its rows.
   *
   * @param root of the Merkle tree (RFC 9162 §2.1.1) over the rows, in hexadecimal
   * @param sha256 of the file, in hexadecimal
   */
  record DisclosuresImported(UUID batchId, int rows, int flagged, String root, String sha256)
      implements LedgerEvent {

    @Override
    public String factClass() {
      return "disclosures.imported";
    }
  }

  /**
   * An entry was found to be about a person.
   *
   * @param officerId who found so; null where name and day of birth are the same
   */
  record DisclosureMatched(UUID disclosureId, UUID subjectId, @Nullable UUID officerId)
      implements LedgerEvent {

    @Override
    public String factClass() {
      return "disclosure.matched";
    }
  }

  /**
   * A person can see an entry about them from now on.
   *
   * @param atOnce by the agreement itself, without an officer's clearance
   */
  record DisclosureShown(UUID disclosureId, UUID subjectId, boolean atOnce) implements LedgerEvent {

    @Override
    public String factClass() {
      return "disclosure.shown";
    }
  }
}
